package dev.photobridge.benchmark.load;

import dev.photobridge.benchmark.report.Samples;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Asks a server again and again whether it lives, until it is closed.
final class Health implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final int BUFFER = 1_024;

  private final PreparedRequest question;
  private final List<Double> millis = new ArrayList<>();
  private final Thread thread;
  private int failures;

  /// @param server its address, without a path
  Health(URI server) {
    question = PreparedRequest.get(server.resolve("/health/live"));
    thread = Thread.ofPlatform().name("health").daemon().start(this::ask);
  }

  /// Ends the questions; the figures are there afterwards.
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// How long the answers took, and how many there were not, once it is closed.
  String inWords() {
    var times = Samples.of(millis);
    return "%d answers, p99 %.0f ms, longest %.0f ms, %d failures"
        .formatted(times.count(), times.percentile(99), times.max(), failures);
  }

  /// The 99th percentile, in milliseconds, once it is closed.
  double p99() {
    return Samples.of(millis).percentile(99);
  }

  private void ask() {
    try {
      while (true) {
        Thread.sleep(BETWEEN);
        try (var booth = new Booth(BUFFER)) {
          Answer answer = booth.send(question);
          millis.add(answer.nanos() / 1e6);
          failures += answer.status() == 200 ? 0 : 1;
        } catch (IOException _) {
          failures++;
        }
      }
    } catch (InterruptedException _) {
      // it is closed
    }
  }
}
