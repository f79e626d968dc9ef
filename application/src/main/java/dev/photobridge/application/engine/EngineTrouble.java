package dev.photobridge.application.engine;

import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.stats.ProcessingLogEntry;

/// Is told when the engine meets a bug or broken machinery; writes it where operators look.
public interface EngineTrouble {
  /// The dispatcher could not take jobs; it tries again soon.
  void inDispatcher(RuntimeException cause);

  /// Those who watch jobs could not be told what changed; it is tried again soon.
  void inWatch(Throwable cause);

  /// A job broke off.
  void inJob(JobId job, Throwable cause);

  /// A job's prompt could not be rewritten and is sent as it is.
  void promptNotRewritten(JobId job, JobFailure why);

  /// A job has ended and is recorded, but something that follows could not be written: when its
  /// photo is to be deleted, or in the processing log what it cost.
  void afterEnd(JobId job, RuntimeException cause);

  /// A job was ended by somebody else while it ran here, so what it brought here is dropped.
  void claimLost(JobId job);

  /// A row of the processing log could not be written; it is to be kept in words at least.
  void inProcessingLog(ProcessingLogEntry entry, RuntimeException cause);
}
