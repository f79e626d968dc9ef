package dev.photobridge.benchmark.queue;

import dev.photobridge.benchmark.queue.QueuePeer.Setting;
import dev.photobridge.benchmark.queue.QueueRow.Bound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The queue in PostgreSQL beside db-scheduler, on one server: the product's own, with its own
/// settings and durable commits.
///
/// Method. Jobs a second: the table is filled with jobs that do nothing, then vacuumed and
/// analyzed; the clock runs from the start of the workers until no job in it is open. Enqueue to
/// start: one job at a time, from the call that enqueues it until its worker has it. Rounds of ours
/// and theirs alternate in one process, after a round that does not count; the table has the
/// medians. In ours is everything between `JobQueue` and the provider as the server runs it:
/// engine, dispatcher, `JobRunner`, claim, lease, fence, limits, a row for every attempt, the kept
/// row of every job, messages between nodes. Out are a photo's files and their rows, the processing
/// log and the look at the caps (the provider is `local`). db-scheduler keeps no attempts and
/// deletes what is done. "One by one": 24 places a node, none of which holds a job that does not
/// run, beside 24 threads a node. "Batched": 500 places, so that claims and ends go in groups;
/// db-scheduler's best is the same 24 threads.
public final class QueueBenchmark {
  /// Workers of a node.
  static final int PLACES = 24;

  private static final int MANY_PLACES = 500;
  private static final int NODES = 4;

  private final Options options;
  private final QueuePeer ours;
  private final QueuePeer theirs;

  private QueueBenchmark(Options options, QueuePeer ours, QueuePeer theirs) {
    this.options = options;
    this.ours = ours;
    this.theirs = theirs;
  }

  /// Runs it and prints the table.
  ///
  /// @param args `--jobs`, `--rounds`, `--latencies` (jobs a round), each followed by a number
  public static void main(String[] args) throws Exception {
    var options = Options.of(args);
    try (var database = BenchmarkDatabase.start()) {
      var benchmark =
          new QueueBenchmark(options, BridgePeer.in(database), SchedulerPeer.in(database));
      benchmark.warmUp();
      System.out.println(database.durability());
      System.out.println(options);
      List<QueueRow> rows = benchmark.rows();
      System.out.println(QueueRow.HEAD);
      rows.forEach(row -> System.out.println(row.markdown()));
    }
  }

  /// How much is measured.
  ///
  /// @param jobs in the table when a round begins
  /// @param latencies jobs one after the other a round
  record Options(int jobs, int rounds, int latencies) {
    static Options of(String[] args) {
      int jobs = 5_000;
      int rounds = 3;
      int latencies = 100;
      for (int i = 0; i + 1 < args.length; i += 2) {
        int value = Integer.parseInt(args[i + 1]);
        switch (args[i]) {
          case "--jobs" -> jobs = value;
          case "--rounds" -> rounds = value;
          case "--latencies" -> latencies = value;
          default -> throw new IllegalArgumentException("no such option: " + args[i]);
        }
      }
      return new Options(jobs, rounds, latencies);
    }
  }

  private void warmUp() throws Exception {
    int jobs = Math.min(options.jobs(), 2_000);
    for (QueuePeer peer : List.of(ours, theirs)) {
      var _ = peer.burnDown(jobs, new Setting(1, MANY_PLACES));
      var _ = peer.startLatencies(options.latencies());
    }
  }

  private List<QueueRow> rows() throws Exception {
    var rows = new ArrayList<QueueRow>();
    for (int nodes : List.of(1, NODES)) {
      rows.addAll(rates(nodes));
    }
    rows.addAll(latencies());
    return rows;
  }

  private List<QueueRow> rates(int nodes) throws Exception {
    var single = new ArrayList<Double>();
    var batched = new ArrayList<Double>();
    var peer = new ArrayList<Double>();
    for (int round = 0; round < options.rounds(); round++) {
      single.add(rate(ours, new Setting(nodes, PLACES)));
      peer.add(rate(theirs, new Setting(nodes, PLACES)));
      batched.add(rate(ours, new Setting(nodes, MANY_PLACES)));
    }
    String words = nodes == 1 ? "1 node" : nodes + " nodes";
    return List.of(
        new QueueRow(
            "jobs/s, one by one, " + words,
            median(single),
            median(peer),
            Bound.atLeast(1.2),
            Bound.atLeast(5)),
        new QueueRow(
            "jobs/s, batched, " + words,
            median(batched),
            median(peer),
            Bound.atLeast(5),
            Bound.atLeast(5)));
  }

  private double rate(QueuePeer peer, Setting setting) throws Exception {
    double rate = Timing.perSecond(options.jobs(), peer.burnDown(options.jobs(), setting));
    System.out.printf("  %s %s: %.0f jobs/s%n", peer.getClass().getSimpleName(), setting, rate);
    return rate;
  }

  private List<QueueRow> latencies() throws Exception {
    var own = new ArrayList<List<Duration>>();
    var peer = new ArrayList<List<Duration>>();
    for (int round = 0; round < options.rounds(); round++) {
      own.add(ours.startLatencies(options.latencies()));
      peer.add(theirs.startLatencies(options.latencies()));
    }
    return List.of(
        new QueueRow(
            "enqueue → start, p50, ms",
            medianOf(own, 50),
            medianOf(peer, 50),
            Bound.atMost(0.6),
            Bound.atMost(0.5)),
        new QueueRow(
            "enqueue → start, p95, ms",
            medianOf(own, 95),
            medianOf(peer, 95),
            Bound.atMost(1),
            Bound.atMost(0.5)));
  }

  private static double medianOf(List<List<Duration>> rounds, int percent) {
    return median(
        rounds.stream().map(round -> Timing.percentile(round, Timing::millis, percent)).toList());
  }

  private static double median(List<Double> values) {
    return Timing.percentile(values, Double::doubleValue, 50);
  }
}
