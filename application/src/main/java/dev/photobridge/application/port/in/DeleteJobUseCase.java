package dev.photobridge.application.port.in;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;

/// Use case: an operator deletes a job.
public interface DeleteJobUseCase {
  /// Deletes an ended job with its attempts and its photos, for good. The processing log stays.
  DeleteJobOutcome delete(AccountName account, JobId id);
}
