package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.MediaStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes images past their time, again and again, on a thread of its own. Of several servers over
/// one database one does so at a time; what lies on one server alone each deletes itself.
public final class MediaCleaner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.media");

  private final MediaStore media;
  private final CleaningTurn turn;
  private final Duration interval;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("media-cleaner").factory());
  private boolean failing;

  /// @param interval from the end of one round to the next
  public MediaCleaner(MediaStore media, CleaningTurn turn, Duration interval, InstantSource clock) {
    this.media = media;
    this.turn = turn;
    this.interval = interval;
    this.clock = clock;
  }

  /// Begins with a round at once.
  public void start() {
    var _ =
        timer.scheduleWithFixedDelay(this::clean, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Ends after the round under way.
  @Override
  public void close() {
    timer.close();
  }

  /// One round; failures are logged, and the next round tries again.
  void clean() {
    try {
      Instant now = clock.instant();
      report(media.deleteLocalLeftovers(now));
      var _ = turn.take(() -> report(media.deleteExpired(now)));
      failing = false;
    } catch (RuntimeException e) {
      // said once, not every few seconds of a long outage
      if (!failing) {
        LOG.warn("Images past their time can't be deleted now; trying on: {}", e.toString());
      }
      failing = true;
    }
  }

  private static void report(int deleted) {
    if (deleted > 0) {
      LOG.debug("{} images were past their time and are deleted", deleted);
    }
  }
}
