package dev.photobridge.application.port.in;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.media.PhotoSum;

/// Use case: an operator has all processed photos deleted, those of the other account too.
public interface ClearMediaCacheUseCase {
  /// None is served from now on, but for those stored within the last minute, which a booth may
  /// still be fetching: they go when they are a minute old. That it was done is remembered.
  ///
  /// @return what goes
  PhotoSum clear(AccountName operator);
}
