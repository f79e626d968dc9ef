package dev.photobridge.application.port.in;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.io.IOException;

/// Use case: an operator has a job run again.
public interface RerunJobUseCase {
  /// Queues a new job of the same photo with the same settings. No booth waits for it.
  ///
  /// @throws IOException when the photo can't be copied, such as on a full disk
  RerunJobOutcome rerun(AccountName account, JobId id) throws IOException;
}
