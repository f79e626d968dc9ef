package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.Pauses;
import dev.photobridge.domain.job.RunningJob;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Tries what must not fail again and again: a result that is paid for has to be recorded even when
/// the database is away for a while. Safe for use by many threads.
public final class Patience {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final InstantSource clock;
  private final Pauses pauses;
  private final EngineTrouble trouble;

  /// @param pauses waits between the tries
  /// @param trouble is told of the first failure
  public Patience(InstantSource clock, Pauses pauses, EngineTrouble trouble) {
    this.clock = clock;
    this.pauses = pauses;
    this.trouble = trouble;
  }

  /// Does it, as often as it takes within the job's lifetime.
  ///
  /// @throws RuntimeException the last failure, when the lifetime is over or the thread is to stop
  <T> T untilDone(RunningJob job, Supplier<T> action) {
    Duration pause = FIRST;
    boolean told = false;
    while (true) {
      try {
        return action.get();
      } catch (RuntimeException e) {
        if (job.order().isExpiredAt(clock.instant()) || !paused(pause)) {
          throw e;
        }
        if (!told) {
          trouble.inJob(job.id(), e);
          told = true;
        }
        pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
      }
    }
  }

  private boolean paused(Duration pause) {
    try {
      pauses.pause(pause);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
