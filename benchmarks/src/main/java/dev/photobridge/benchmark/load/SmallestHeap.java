package dev.photobridge.benchmark.load;

import dev.photobridge.benchmark.fake.NoisePhoto;
import dev.photobridge.benchmark.report.Bounds;
import dev.photobridge.benchmark.report.MarkdownTable;
import dev.photobridge.benchmark.report.Result;
import dev.photobridge.benchmark.report.Section;
import dev.photobridge.benchmark.server.BenchmarkSlot;
import dev.photobridge.benchmark.server.FakeProcess;
import dev.photobridge.benchmark.server.PhotobridgeProcess;
import dev.photobridge.benchmark.server.ProgramFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The smallest heap in which the whole server carries 16 photos of 10 MB at once, and the memory
/// that each of them takes.
///
/// For each heap the server is started anew with that `-Xmx` and the serial collector; then 16
/// booths post a photo of 10 MB at once, and once more, to a provider that takes 2 s and answers
/// with an image of 2 MB. A heap is enough when all 32 answers have status 200 and the right bytes,
/// and no `OutOfMemoryError` stands in the log. Heaps are tried from large to small until two in a
/// row are not enough. Memory a photo in flight is the process's largest resident set while they
/// are carried, less what it had when idle, by 16; the database is a process of its own and not in
/// it.
public final class SmallestHeap {
  private static final String METHOD =
      """
      For each heap the server is started anew with that `-Xmx` and the serial collector; then 16 booths post a photo of 10 MB at once, and \
      once more, to a provider that takes 2 s and answers with an image of 2 MB. A heap is enough when all 32 answers are right, byte for \
      byte, and no `OutOfMemoryError` stands in the log; heaps are tried from large to small until two in a row are not enough. Memory a \
      photo in flight is the process's largest resident set meanwhile, less what it had when idle, by 16. The embedded database is a \
      process of its own and not counted.\
      """;

  private static final List<Integer> HEAPS = List.of(256, 64, 48, 40, 32, 28, 24, 20, 16, 14, 12);
  private static final List<Integer> FEW_HEAPS = List.of(256, 64, 32, 24, 16);
  private static final int BOOTHS = 16;
  private static final int PHOTO_BYTES = 10_000_000;
  private static final int ENOUGH_FAILURES = 2;

  private final Path folder;
  private final FakeProcess fake;
  private final byte[] photo = NoisePhoto.ofAbout(PHOTO_BYTES, 1);
  private final Answer.Body expected = Answer.Body.of(FakeProcess.image());

  private SmallestHeap(Path folder, FakeProcess fake) {
    this.folder = folder;
    this.fake = fake;
  }

  /// @param args `--quick`: fewer heaps
  static void main(String[] args) throws IOException, InterruptedException {
    Path folder = ProgramFiles.workFolder().resolve("heap");
    try (var fake = FakeProcess.start(folder)) {
      fake.delay(Duration.ofSeconds(2));
      List<Integer> heaps = List.of(args).contains("--quick") ? FEW_HEAPS : HEAPS;
      new SmallestHeap(folder, fake).section(heaps).print(System.out);
    }
  }

  private Section section(List<Integer> heaps) throws IOException, InterruptedException {
    try (var first = PhotobridgeProcess.start(folder, List.of(), keys())) {
      BenchmarkSlot.setUp(first);
    }
    List<HeapTrial> trials = trials(heaps);
    var table =
        new MarkdownTable(
            "-Xmx",
            "right answers",
            "trouble",
            "p50 s",
            "idle RSS MB",
            "peak RSS MB",
            "MB a photo");
    trials.forEach(trial -> table.row(trial.cells()));
    return new Section("Smallest heap", METHOD).table(table).table(Result.table(results(trials)));
  }

  private List<HeapTrial> trials(List<Integer> heaps) throws IOException, InterruptedException {
    var trials = new ArrayList<HeapTrial>();
    int failures = 0;
    for (int heap : heaps) {
      System.err.println("smallest heap: -Xmx" + heap + "m");
      HeapTrial trial = trial(heap);
      trials.add(trial);
      failures = trial.isEnough() ? 0 : failures + 1;
      if (failures == ENOUGH_FAILURES) {
        break;
      }
    }
    return trials;
  }

  private HeapTrial trial(int megabytes) throws IOException, InterruptedException {
    List<String> options = List.of("-Xmx" + megabytes + "m", "-XX:+UseSerialGC");
    try (var server = PhotobridgeProcess.start(folder, options, keys())) {
      var slot = BenchmarkSlot.of(server);
      var request = PreparedRequest.ofBooth(slot.ingestLink(), slot.ingestPassword(), photo);
      try (var crowd = new Crowd(request, expected)) {
        return HeapTrial.of(megabytes, server, crowd, BOOTHS);
      }
    } catch (IllegalStateException e) {
      return HeapTrial.withoutStart(megabytes, BOOTHS, String.valueOf(e.getMessage()));
    }
  }

  private static List<Result> results(List<HeapTrial> trials) {
    int smallest =
        trials.stream()
            .takeWhile(HeapTrial::isEnough)
            .mapToInt(HeapTrial::megabytes)
            .min()
            .orElse(Integer.MAX_VALUE);
    return List.of(
        Result.value(
            "smallest -Xmx for 16 photos of 10 MB at once", smallest, "MB", Bounds.atMost(32, 14)));
  }

  private Map<String, String> keys() {
    var keys = new HashMap<>(fake.keys());
    keys.put("MAX_PARALLEL_JOBS", "100");
    return keys;
  }
}
