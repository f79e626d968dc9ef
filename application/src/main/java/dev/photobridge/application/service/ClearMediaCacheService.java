package dev.photobridge.application.service;

import dev.photobridge.application.port.in.ClearMediaCacheUseCase;
import dev.photobridge.application.port.out.MediaCache;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.media.PhotoSum;
import java.time.Duration;

/// Lets all processed photos go.
public final class ClearMediaCacheService implements ClearMediaCacheUseCase {
  /// A result is on its way to its booth right after it is stored.
  private static final Duration ON_THEIR_WAY = Duration.ofMinutes(1);

  private final MediaCache results;
  private final AuditedChanges changes;

  public ClearMediaCacheService(MediaCache results, AuditedChanges changes) {
    this.results = results;
    this.changes = changes;
  }

  @Override
  public PhotoSum clear(AccountName operator) {
    return changes.make(
        now -> AuditEntry.of(operator, AuditedAction.MEDIA_CACHE_CLEARED, now),
        now -> results.letGo(now, ON_THEIR_WAY));
  }
}
