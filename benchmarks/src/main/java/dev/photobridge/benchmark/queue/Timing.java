package dev.photobridge.benchmark.queue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Time and what is made of it.
final class Timing {
  /// No run takes so long.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private Timing() {}

  static void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(latch.getCount() + " jobs have not started");
    }
  }

  static void pause(int millis) throws InterruptedException {
    var _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
  }

  static double perSecond(int jobs, Duration took) {
    return jobs / seconds(took);
  }

  static double millis(Duration time) {
    return seconds(time) * 1000;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
