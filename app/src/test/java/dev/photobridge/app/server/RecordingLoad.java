package dev.photobridge.app.server;

import dev.photobridge.adapter.persistence.stats.JdbiProcessingLog;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.ProcessingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;

/// Records photos of all slots, as booths would, with many threads.
final class RecordingLoad implements AutoCloseable {
  private final JdbiProcessingLog log;
  private final int threads;
  private final int rate;
  private final ScheduledExecutorService executor;
  private final AtomicLong recorded = new AtomicLong();
  private volatile boolean stopped;

  /// @param rate rows a second; 0: as many as possible
  RecordingLoad(Jdbi jdbi, int threads, int rate) {
    this.log = new JdbiProcessingLog(jdbi);
    this.threads = threads;
    this.rate = rate;
    this.executor = Executors.newScheduledThreadPool(threads);
  }

  RecordingLoad start() {
    for (int i = 0; i < threads; i++) {
      if (rate == 0) {
        executor.execute(this::recordOn);
      } else {
        long period = TimeUnit.SECONDS.toNanos(threads) / rate;
        var _ =
            executor.scheduleAtFixedRate(
                this::recordOne, i * period / threads, period, TimeUnit.NANOSECONDS);
      }
    }
    return this;
  }

  /// Runs for so many seconds.
  ///
  /// @return rows a second
  double rateFor(int seconds) throws InterruptedException {
    long start = System.nanoTime();
    try (RecordingLoad running = start()) {
      var _ = new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
      return running.recorded() / ((System.nanoTime() - start) / 1e9);
    }
  }

  long recorded() {
    return recorded.get();
  }

  private void recordOn() {
    while (!stopped) {
      recordOne();
    }
  }

  private void recordOne() {
    var random = ThreadLocalRandom.current();
    var job = new JobId(UUID.randomUUID());
    log.record(
        new ProcessingLogEntry(
            new SlotAddress(
                new AccountName(random.nextBoolean() ? "serg" : "igor"),
                SlotId.number(1 + random.nextInt(SlotId.COUNT))),
            ProcessingOrigin.BOOTH,
            new ProviderId("gemini"),
            job,
            false,
            Instant.now(),
            ProcessingStatus.SUCCESS,
            Duration.ofMillis(random.nextInt(20_000)),
            new Cost(39_000),
            null));
    log.recordLateCost(job, new Cost(41_000));
    recorded.incrementAndGet();
  }

  @Override
  public void close() {
    stopped = true;
    executor.close();
  }
}
