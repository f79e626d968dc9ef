package dev.photobridge.application.engine;

import dev.photobridge.domain.job.JobId;

/// Is told when the engine meets a bug or broken machinery; writes it where operators look.
public interface EngineTrouble {
  /// The dispatcher could not take jobs; it tries again soon.
  void inDispatcher(RuntimeException cause);

  /// A job broke off.
  void inJob(JobId job, Throwable cause);

  /// A job was ended by somebody else while it ran here, so what it brought here is dropped.
  void claimLost(JobId job);
}
