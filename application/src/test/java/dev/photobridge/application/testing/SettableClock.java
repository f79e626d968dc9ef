package dev.photobridge.application.testing;

import dev.photobridge.application.port.in.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it. Safe for use by many threads.
public final class SettableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  public SettableClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /// Moves it on, or back.
  public void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  /// Moves it to a time.
  public void set(Instant instant) {
    now.set(instant);
  }

  /// A stopwatch that starts now and goes by this clock.
  public Stopwatch stopwatch() {
    Instant start = now.get();
    return () -> Duration.between(start, now.get());
  }
}
