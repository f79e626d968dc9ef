package dev.photobridge.application.port.in;

import dev.photobridge.domain.account.AccountName;
import java.util.Optional;

/// Use case: an operator sets or removes the API key of a provider. Each change is remembered with
/// who made it, and holds for every call that begins later.
public interface ChangeProviderKeyUseCase {
  /// Sets the key, in place of one that was set before.
  ///
  /// @param provider its id, as it came from outside
  /// @param key spaces around it are ignored
  SetProviderKeyOutcome set(AccountName operator, String provider, String key);

  /// Forgets what was set, so that the configuration's key holds again.
  ///
  /// @param provider its id, as it came from outside
  /// @return what holds now; empty where no such provider takes a key
  Optional<ProviderKeyView> remove(AccountName operator, String provider);
}
