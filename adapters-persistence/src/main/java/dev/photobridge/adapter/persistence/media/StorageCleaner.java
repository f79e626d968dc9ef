package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.MediaStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes images and jobs past their time, again and again, on a thread of its own. Of several
/// servers over one database one does so at a time; what lies on one server alone each deletes
/// itself.
public final class StorageCleaner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.media");

  private final MediaStore media;
  private final JobRepository jobs;
  private final Duration jobTtl;
  private final CleaningTurn turn;
  private final Duration interval;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("storage-cleaner").factory());
  private final LongAdder deletedFiles = new LongAdder();
  private boolean failing;

  /// @param jobTtl how long jobs are kept from their end
  /// @param interval from the end of one round to the next
  public StorageCleaner(
      MediaStore media,
      JobRepository jobs,
      Duration jobTtl,
      CleaningTurn turn,
      Duration interval,
      InstantSource clock) {
    this.media = media;
    this.jobs = jobs;
    this.jobTtl = jobTtl;
    this.turn = turn;
    this.interval = interval;
    this.clock = clock;
  }

  /// Begins with a round at once.
  public void start() {
    var _ =
        timer.scheduleWithFixedDelay(this::clean, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// How many files this server has deleted since it started.
  public long deletedFiles() {
    return deletedFiles.sum();
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
      var _ = turn.take(() -> cleanShared(now));
      failing = false;
    } catch (RuntimeException e) {
      // said once, not every few seconds of a long outage
      if (!failing) {
        LOG.warn(
            "Images or jobs past their time can't be deleted now; trying on: {}", e.toString());
      }
      failing = true;
    }
  }

  private void cleanShared(Instant now) {
    report(media.deleteExpired(now));
    int deleted = jobs.deleteEnded(now.minus(jobTtl));
    if (deleted > 0) {
      LOG.debug("{} jobs ended long ago and are deleted", deleted);
    }
  }

  private void report(int deleted) {
    deletedFiles.add(deleted);
    if (deleted > 0) {
      LOG.debug("{} images were past their time and are deleted", deleted);
    }
  }
}
