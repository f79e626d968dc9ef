package dev.photobridge.fault.installation;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what happens in other processes.
public final class Conditions {
  private static final Duration LOOK = Duration.ofMillis(20);

  private Conditions() {}

  /// Looks again and again.
  ///
  /// @return whether it came about in time
  public static boolean await(BooleanSupplier condition, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(LOOK);
    }
    return true;
  }

  /// Lets time pass, where time itself is what is needed.
  public static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException("the run was broken off", e);
    }
  }
}
