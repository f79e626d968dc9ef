package dev.photobridge.adapter.http.job;

import dev.photobridge.application.port.in.OpenJobImageUseCase;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.testing.SlotFixtures;

/// Has what a test puts here, for serg alone.
final class FakeJobImages implements OpenJobImageUseCase {
  private SourceOutcome source = new SourceOutcome.JobUnknown();
  private ThumbnailOutcome thumbnail = new ThumbnailOutcome.NotDrawable();

  void source(SourceOutcome outcome) {
    source = outcome;
  }

  void thumbnail(ThumbnailOutcome outcome) {
    thumbnail = outcome;
  }

  @Override
  public SourceOutcome source(AccountName account, JobId id) {
    return account.equals(SlotFixtures.SERG) ? source : new SourceOutcome.JobUnknown();
  }

  @Override
  public ThumbnailOutcome thumbnail(AccountName account, JobId id) {
    return thumbnail;
  }
}
