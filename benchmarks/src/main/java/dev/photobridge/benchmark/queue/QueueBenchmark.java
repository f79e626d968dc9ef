package dev.photobridge.benchmark.queue;

import dev.photobridge.benchmark.queue.QueuePeer.Setting;
import dev.photobridge.benchmark.report.Bounds;
import dev.photobridge.benchmark.report.Result;
import dev.photobridge.benchmark.report.Samples;
import dev.photobridge.benchmark.report.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The queue in PostgreSQL beside db-scheduler; [#METHOD] says how.
public final class QueueBenchmark {
  /// What is measured and how, for the report.
  static final String METHOD =
      """
      The product's queue beside db-scheduler 16.12, on one PostgreSQL server, the product's own, with its own settings and \
      durable commits. Jobs a second: the table is filled with jobs that do nothing, then vacuumed and analyzed; the clock runs \
      from the start of the workers until no job in it is open. Enqueue to start: one job at a time, from the call that \
      enqueues it until its worker has it. Rounds of ours and theirs alternate in one process, after a round that does not \
      count; the table has the medians. In ours is everything between the queue and the provider as the server runs it: \
      dispatcher, claim, lease, fence, limits over all nodes, a row for every attempt, the kept row of every job, messages \
      between nodes. Out are a photo's files and their rows, the processing log and the look at the caps. db-scheduler keeps no \
      attempts and deletes what is done. "One by one": 24 places a node, none of which holds a job that does not run, beside 24 \
      threads a node. "Batched": 500 places, so that claims and ends go in groups; db-scheduler's best is the same 24 threads.
      """;

  /// Workers of a node.
  static final int PLACES = 24;

  private static final Bounds ONE_BY_ONE = Bounds.atLeast(1.2, 5);
  private static final Bounds BATCHED = Bounds.atLeast(5, 5);
  private static final Bounds START = Bounds.atMost(0.6, 0.5);
  private static final Bounds LATE_START = Bounds.atMost(1, 0.5);
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
      new Section("Queue", METHOD)
          .table(Result.table(benchmark.results()))
          .paragraph("%s. %s.".formatted(database.durability(), options))
          .print(System.out);
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

  private List<Result> results() throws Exception {
    var rows = new ArrayList<Result>();
    for (int nodes : List.of(1, NODES)) {
      rows.addAll(rates(nodes));
    }
    rows.addAll(latencies());
    return rows;
  }

  private List<Result> rates(int nodes) throws Exception {
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
        Result.ratio("jobs/s, one by one, " + words, median(single), median(peer), "", ONE_BY_ONE),
        Result.ratio("jobs/s, batched, " + words, median(batched), median(peer), "", BATCHED));
  }

  private double rate(QueuePeer peer, Setting setting) throws Exception {
    double rate = Timing.perSecond(options.jobs(), peer.burnDown(options.jobs(), setting));
    System.err.printf("  %s %s: %.0f jobs/s%n", peer.getClass().getSimpleName(), setting, rate);
    return rate;
  }

  private List<Result> latencies() throws Exception {
    var own = new ArrayList<List<Duration>>();
    var peer = new ArrayList<List<Duration>>();
    for (int round = 0; round < options.rounds(); round++) {
      own.add(ours.startLatencies(options.latencies()));
      peer.add(theirs.startLatencies(options.latencies()));
    }
    return List.of(
        Result.ratio("enqueue to start, p50", medianOf(own, 50), medianOf(peer, 50), "ms", START),
        Result.ratio(
            "enqueue to start, p95", medianOf(own, 95), medianOf(peer, 95), "ms", LATE_START));
  }

  private static double medianOf(List<List<Duration>> rounds, int percent) {
    return median(
        rounds.stream()
            .map(round -> Samples.of(round.stream().map(Timing::millis).toList()))
            .map(round -> round.percentile(percent))
            .toList());
  }

  private static double median(List<Double> values) {
    return Samples.of(values).median();
  }
}
