package dev.photobridge.application.port.in;

import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.util.Optional;

/// Use case: an operator looks at what happened to the photos.
public interface ListJobsUseCase {
  /// A page of the account's jobs, newest first.
  ///
  /// @param page counted from 1
  /// @param pageSize 1 to 50
  Page<JobView> list(JobRepository.Filter filter, int page, int pageSize);

  /// One job, or empty where this account has no such job.
  Optional<JobView> find(AccountName account, JobId id);

  /// The processed photo of a job.
  JobResultOutcome result(AccountName account, JobId id);
}
