package dev.photobridge.benchmark.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

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

  /// The value that so many of a hundred are not above.
  static <T> double percentile(Collection<T> of, ToDoubleFunction<T> value, int percent) {
    List<Double> sorted = of.stream().map(value::applyAsDouble).sorted().toList();
    return sorted.get((sorted.size() - 1) * percent / 100);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
