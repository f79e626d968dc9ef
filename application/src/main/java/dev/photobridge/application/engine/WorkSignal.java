package dev.photobridge.application.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tells one thread that there may be something to do, such as the dispatcher that a job was queued
/// or a place became free. Signals that come while one is pending melt into it. Safe for use by
/// many threads.
public final class WorkSignal {
  private final Semaphore pending = new Semaphore(0);

  /// Wakes whoever waits.
  public void raise() {
    if (pending.availablePermits() == 0) {
      pending.release();
    }
  }

  /// Waits for a signal, at most so long.
  ///
  /// @return whether there was one
  public boolean await(Duration longest) throws InterruptedException {
    boolean raised = pending.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    pending.drainPermits();
    return raised;
  }
}
