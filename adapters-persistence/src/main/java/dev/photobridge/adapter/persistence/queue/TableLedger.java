package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.job.AttemptTable;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderUsage;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// The attempts as the handle's transaction sees them.
record TableLedger(Handle handle) implements ProviderStarts.Ledger {
  @Override
  public ProviderUsage usage(ProviderId provider, Instant dayStart, Instant now) {
    return AttemptTable.usage(handle, provider, dayStart, now);
  }

  @Override
  public long averageTokens(ProviderId provider) {
    return AttemptTable.averageTokens(handle, provider);
  }
}
