package dev.photobridge.benchmark.queue;

import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// The queue of Photobridge.
final class BridgePeer implements QueuePeer {
  private static final String IS_EMPTY =
      "SELECT NOT EXISTS (SELECT FROM job" + " WHERE finished_at IS NULL)";
  private static final int SUBMITTED_AT_ONCE = 500;
  private static final Duration A_DAY = Duration.ofDays(1);

  private final BenchmarkDatabase database;

  private BridgePeer(BenchmarkDatabase database) {
    this.database = database;
  }

  static BridgePeer in(BenchmarkDatabase database) {
    BridgeNode.prepare(database.settings());
    return new BridgePeer(database);
  }

  @Override
  public Duration burnDown(int jobs, Setting setting) throws Exception {
    clear();
    var started = new CountDownLatch(jobs);
    try (var closing = new Closing()) {
      var nodes = new ArrayList<BridgeNode>();
      for (int node = 0; node < setting.nodes(); node++) {
        nodes.add(
            BridgeNode.open(
                database.settings(), setting.places() * setting.nodes(), started::countDown));
        closing.add(nodes.getLast()::close);
      }
      fill(nodes.getFirst(), jobs);
      database.run("VACUUM ANALYZE job, attempt");
      long begin = System.nanoTime();
      nodes.forEach(BridgeNode::start);
      Timing.await(started);
      database.await(IS_EMPTY);
      return Duration.ofNanos(System.nanoTime() - begin);
    }
  }

  @Override
  public List<Duration> startLatencies(int jobs) throws Exception {
    clear();
    var begun = new AtomicLong();
    try (var node =
        BridgeNode.open(
            database.settings(), QueueBenchmark.PLACES, () -> begun.set(System.nanoTime()))) {
      node.start();
      var latencies = new ArrayList<Duration>();
      for (int i = 0; i < jobs; i++) {
        JobOrder order = order(i);
        long begin = System.nanoTime();
        node.runAndWait(order);
        latencies.add(Duration.ofNanos(begun.get() - begin));
        database.await(IS_EMPTY);
      }
      return latencies;
    }
  }

  private static void fill(BridgeNode node, int jobs)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(SUBMITTED_AT_ONCE)) {
      List<Future<SubmitOutcome>> submitted =
          IntStream.range(0, jobs)
              .mapToObj(i -> threads.submit(() -> node.submit(QueuedJob.accepted(order(i)))))
              .toList();
      for (Future<SubmitOutcome> outcome : submitted) {
        if (!(outcome.get() instanceof SubmitOutcome.Queued)) {
          throw new IllegalStateException("not queued: " + outcome.get());
        }
      }
    }
  }

  private void clear() throws Exception {
    database.run("TRUNCATE job, attempt CASCADE");
  }

  private static JobOrder order(int number) {
    Instant now = Instant.now();
    return new JobOrder(
        new JobId(UUID.randomUUID()),
        new SlotAddress(BridgeNode.ACCOUNT, SlotId.number(1 + number % 40)),
        JobOrigin.BOOTH,
        BridgeNode.SETUP,
        null,
        null,
        null,
        new MediaId(UUID.randomUUID()),
        Map.of("name", "BOOTH-1"),
        now,
        now,
        now.plus(A_DAY),
        now.plus(A_DAY));
  }
}
