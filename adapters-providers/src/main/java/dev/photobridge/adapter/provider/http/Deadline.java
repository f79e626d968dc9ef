package dev.photobridge.adapter.provider.http;

import java.io.IOException;
import java.io.InputStream;
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

  /// Closes a stream when the deadline passes, which wakes whoever reads it. Close what comes back
  /// once the stream is read.
  Cutoff cutOff(InputStream stream) {
    var read = new CountDownLatch(1);
    Thread.ofVirtual().name("deadline").start(() -> closeInTime(stream, read));
    return read::countDown;
  }

  private void closeInTime(InputStream stream, CountDownLatch read) {
    try {
      if (!read.await(left().toNanos(), TimeUnit.NANOSECONDS)) {
        stream.close();
      }
    } catch (InterruptedException | IOException _) {
      // nobody interrupts it; a stream that cannot be closed is broken already
    }
  }

  /// A pending cut.
  interface Cutoff extends AutoCloseable {
    @Override
    void close();
  }
}
