package dev.photobridge.adapter.provider.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The end of the time that a call has, by a clock that never jumps.
public final class Deadline {
  private final long endNanos;

  private Deadline(long endNanos) {
    this.endNanos = endNanos;
  }

  /// So much time from now on.
  public static Deadline in(Duration timeLeft) {
    return new Deadline(System.nanoTime() + timeLeft.toNanos());
  }

  /// This deadline, or an earlier one in so much time.
  public Deadline within(Duration most) {
    return left().compareTo(most) < 0 ? this : in(most);
  }

  /// The time left; zero or less once it has passed.
  public Duration left() {
    return Duration.ofNanos(endNanos - System.nanoTime());
  }

  /// Whether it has passed.
  public boolean hasPassed() {
    return !left().isPositive();
  }

  /// Breaks an exchange off when the deadline passes, which wakes whoever waits in it. Close what
  /// comes back once it is over.
  Cutoff cutOff(Runnable breaking) {
    var over = new CountDownLatch(1);
    Thread.ofVirtual().name("deadline").start(() -> breakInTime(breaking, over));
    return over::countDown;
  }

  private void breakInTime(Runnable breaking, CountDownLatch over) {
    try {
      if (!over.await(left().toNanos(), TimeUnit.NANOSECONDS)) {
        breaking.run();
      }
    } catch (InterruptedException _) {
      // nobody interrupts it
    }
  }

  /// A pending cut.
  interface Cutoff extends AutoCloseable {
    @Override
    void close();
  }
}
