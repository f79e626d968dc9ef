package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.MediaStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes images past their time, again and again, on a thread of its own.
public final class MediaCleaner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.media");

  private final MediaStore media;
  private final Duration interval;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("media-cleaner").factory());
  private boolean failing;

  /// @param interval from the end of one round to the next
  public MediaCleaner(MediaStore media, Duration interval, InstantSource clock) {
    this.media = media;
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

  private void clean() {
    try {
      int deleted = media.deleteExpired(clock.instant());
      if (deleted > 0) {
        LOG.debug("{} images were past their time and are deleted", deleted);
      }
      failing = false;
    } catch (RuntimeException e) {
      // said once, not every few seconds of a long outage
      if (!failing) {
        LOG.warn("Images past their time can't be deleted now; trying on: {}", e.toString());
      }
      failing = true;
    }
  }
}
