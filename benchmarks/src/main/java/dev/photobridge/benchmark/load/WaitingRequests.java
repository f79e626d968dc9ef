package dev.photobridge.benchmark.load;

import dev.photobridge.benchmark.fake.NoisePhoto;
import dev.photobridge.benchmark.report.Bounds;
import dev.photobridge.benchmark.report.Figure;
import dev.photobridge.benchmark.report.MarkdownTable;
import dev.photobridge.benchmark.report.Result;
import dev.photobridge.benchmark.report.Samples;
import dev.photobridge.benchmark.report.Section;
import dev.photobridge.benchmark.server.BenchmarkSlot;
import dev.photobridge.benchmark.server.FakeProcess;
import dev.photobridge.benchmark.server.HeapLook;
import dev.photobridge.benchmark.server.PhotobridgeProcess;
import dev.photobridge.benchmark.server.ProcessFigures;
import dev.photobridge.benchmark.server.ProgramFiles;
import dev.photobridge.benchmark.server.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many booths the server keeps waiting at once, and how exactly each gets its answer in time.
///
/// Booths post a small photo each, at an even rate over 40 s, to a server with a heap of 320 MB
/// whose provider never answers in time. Sixteen jobs run; the others stay queued
/// (`MAX_PARALLEL_JOBS=16`, `QUEUE_CAPACITY` above their number). No call has ended yet, so that
/// admission can't know that they will be late, and holds all of them. Each is to get `504` 48 s
/// after its first byte (`T_SYNC_RESPONSE_SEC=50`, less a margin of 2 s); the error is how much
/// later or earlier the whole answer was there, on the client's clock. The server is asked for
/// `/health/live` ten times a second all the while, on a new connection each time. When all are
/// waiting, the heap is measured after a full collection. A server that has not answered all of
/// them a minute later is killed; its booths count as what they got.
public final class WaitingRequests {
  private static final String METHOD =
      """
      Booths post a small photo each, at an even rate over 40 s, to a server with `-Xmx320m` whose provider never answers in time. \
      Sixteen jobs run, the others stay queued (`MAX_PARALLEL_JOBS=16`, `QUEUE_CAPACITY` above their number); as no call has ended yet, \
      admission can't know that they will be late. Each is to get `504` 48 s after its first byte (`T_SYNC_RESPONSE_SEC=50`, less 2 s); the \
      error is how much later or earlier the whole answer was there, on the client's clock. `/health/live` is asked ten times a second \
      meanwhile, each time on a new connection. Heap is measured once all are waiting, after a full collection. A server that has not \
      answered all of them a minute later is killed.\
      """;

  private static final List<Integer> CROWDS = List.of(10_000, 16_000);
  private static final List<Integer> SMALL_CROWDS = List.of(2_000);
  private static final List<String> OPTIONS = List.of("-Xmx320m", "-XX:+UseSerialGC");
  private static final Duration ARRIVAL = Duration.ofSeconds(40);
  private static final Duration SETTLE = Duration.ofSeconds(3);
  private static final double DEADLINE_SECONDS = 48;
  private static final Duration LONGEST = ARRIVAL.plusSeconds(48).plusMinutes(1);
  private static final int PHOTO_BYTES = 20_000;

  /// What a server has of it, in bytes; not numbers where it is too busy to be asked.
  private record Memory(double resident, double heap) {
    private static final Memory UNKNOWN = new Memory(Double.NaN, Double.NaN);

    static Memory of(ProcessFigures server) throws IOException, InterruptedException {
      try {
        return new Memory(server.resident(), HeapLook.usedAfterCollection(server));
      } catch (IllegalStateException | UncheckedIOException e) {
        System.err.println("the server's memory can't be looked at: " + e.getMessage());
        return UNKNOWN;
      }
    }

    /// What there is more of it than then, for each of so many.
    Memory over(Memory then, long many) {
      return new Memory((resident - then.resident) / many, (heap - then.heap) / many);
    }
  }

  private final Path folder;
  private final FakeProcess fake;
  private final byte[] photo = NoisePhoto.ofAbout(PHOTO_BYTES, 1);
  private final MarkdownTable table =
      new MarkdownTable(
          "booths",
          "at once",
          "answers",
          "error p50 s",
          "p99",
          "earliest",
          "latest",
          "health",
          "KB RSS each",
          "KB heap each");
  private final List<Result> results = new ArrayList<>();

  private WaitingRequests(Path folder, FakeProcess fake) {
    this.folder = folder;
    this.fake = fake;
  }

  /// @param args `--quick`: fewer booths; or their number
  static void main(String[] args) throws IOException, InterruptedException {
    Path folder = ProgramFiles.workFolder().resolve("waiting");
    List<Integer> crowds = List.of(args).contains("--quick") ? SMALL_CROWDS : CROWDS;
    if (args.length > 0 && args[0].matches("[0-9]+")) {
      crowds = List.of(Integer.parseInt(args[0]));
    }
    try (var fake = FakeProcess.start(folder)) {
      fake.delay(Duration.ofMinutes(5));
      var benchmark = new WaitingRequests(folder, fake);
      for (int booths : crowds) {
        benchmark.measure(booths);
      }
      new Section("Requests held waiting", METHOD)
          .table(benchmark.table)
          .table(Result.table(benchmark.results))
          .print(System.out);
    }
  }

  private void measure(int booths) throws IOException, InterruptedException {
    System.err.println("waiting requests: " + booths);
    WorkFolder.empty(folder.resolve("data"));
    try (var server = PhotobridgeProcess.start(folder, OPTIONS, keys());
        var crowd = new WaitingCrowd()) {
      var slot = BenchmarkSlot.setUp(server);
      ProcessFigures figures = server.figures();
      Memory idle = Memory.of(figures);
      var health = new Health(server.base());
      try (var _ = server.killedIn(LONGEST)) {
        crowd.begin(
            PreparedRequest.ofBooth(slot.ingestLink(), slot.ingestPassword(), photo),
            booths,
            ARRIVAL);
        Thread.sleep(SETTLE);
        Memory more = Memory.of(figures).over(idle, Math.max(1, crowd.stillWaiting()));
        List<WaitingAnswer> answers = crowd.answers();
        health.close();
        add(answers, health, more);
      }
    }
  }

  private void add(List<WaitingAnswer> answers, Health health, Memory memory) {
    List<Double> errors =
        answers.stream()
            .filter(WaitingAnswer::isTooLate)
            .map(answer -> answer.seconds() - DEADLINE_SECONDS)
            .toList();
    int atOnce = WaitingAnswer.mostAtOnce(answers);
    var figures = errors.isEmpty() ? Samples.of(Double.NaN) : Samples.of(errors);
    table.row(
        Figure.of(answers.size()),
        Figure.of(atOnce),
        WaitingAnswer.counted(answers).toString(),
        "%.3f".formatted(figures.median()),
        "%.3f".formatted(figures.percentile(99)),
        "%.3f".formatted(figures.min()),
        "%.3f".formatted(figures.max()),
        health.inWords(),
        Figure.of(memory.resident() / 1e3),
        Figure.of(memory.heap() / 1e3));
    String who = Figure.of(answers.size()) + " booths: ";
    results.add(
        Result.value(
            who + "held at once and answered 504",
            Math.min(atOnce, errors.size()),
            "",
            Bounds.atLeast(10_000, 16_000)));
    results.add(
        Result.value(
            who + "largest error of a 504",
            Math.max(figures.max(), -figures.min()),
            "s",
            Bounds.atMost(0.5, 0.1)));
    results.add(Result.value(who + "/health/live p99", health.p99(), "ms", Bounds.atMost(50, 50)));
  }

  private Map<String, String> keys() {
    var keys = new HashMap<>(fake.keys());
    keys.put("T_SYNC_RESPONSE_SEC", "50");
    keys.put("MAX_PARALLEL_JOBS", "16");
    keys.put("QUEUE_CAPACITY", "40000");
    keys.put("JOB_MAX_LIFETIME_SEC", "90");
    return keys;
  }
}
