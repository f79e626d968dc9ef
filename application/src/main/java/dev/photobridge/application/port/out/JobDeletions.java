package dev.photobridge.application.port.out;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;

/// Tells whoever watches jobs, on every node, that one was deleted. Never fails and never waits;
/// the word may be lost or come twice.
@FunctionalInterface
public interface JobDeletions {
  /// This job of this account was deleted.
  void deleted(AccountName account, JobId job);
}
