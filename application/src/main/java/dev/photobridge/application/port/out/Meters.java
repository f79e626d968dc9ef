package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import java.time.Duration;

/// Counts what happens, for whoever watches the server from outside. Nothing of it is kept over a
/// restart. Never fails, never waits. Safe for use by many threads.
public interface Meters {
  /// A request with a photo was answered, as its row of the processing log says.
  void photoAnswered(ProcessingLogEntry photo);

  /// A provider was called, or asked about an earlier call.
  ///
  /// @param took until its answer
  void callEnded(ProviderId provider, ProviderOutcome outcome, Duration took);

  /// A job waits for another attempt after one that failed.
  ///
  /// @param provider whose attempt failed
  void attemptRepeated(ProviderId provider);

  /// A job has ended.
  ///
  /// @param provider of its last attempt
  /// @param state in which it ended
  void jobEnded(ProviderId provider, JobState state);

  /// Something was billed.
  void spent(ProviderId provider, Cost cost);
}
