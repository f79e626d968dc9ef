package dev.photobridge.benchmark.load;

import dev.photobridge.benchmark.report.Figure;
import dev.photobridge.benchmark.report.Samples;
import dev.photobridge.benchmark.server.PhotobridgeProcess;
import dev.photobridge.benchmark.server.ProcessFigures;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How the server did in one heap.
///
/// @param megabytes of the heap
/// @param millis how long each right answer took
/// @param trouble what else there was
/// @param idleBytes resident memory before
/// @param peakBytes resident memory at most
/// @param photos in flight at once
record HeapTrial(
    int megabytes,
    List<Double> millis,
    String trouble,
    double idleBytes,
    double peakBytes,
    int photos) {
  private static final int TIMES = 2;
  private static final double MEGABYTE = 1e6;
  private static final double NOT_KNOWN = Double.NaN;
  private static final String OUT_OF_MEMORY = "OutOfMemoryError";

  /// What may take so long is stuck: every answer has a deadline of less.
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /// Has the crowd post twice.
  static HeapTrial of(int megabytes, PhotobridgeProcess server, Crowd crowd, int photos)
      throws InterruptedException {
    ProcessFigures figures = server.figures();
    long idle = figures.resident();
    figures.forgetMostResident();
    Crowd.Run run;
    try (var _ = server.killedIn(LONGEST)) {
      run = crowd.run(photos, TIMES);
    }
    double peak = server.isAlive() ? figures.mostResident() : NOT_KNOWN;
    return new HeapTrial(
        megabytes, run.millis(), trouble(run.mishaps(), server), idle, peak, photos);
  }

  /// The server did not even start.
  ///
  /// @param log what it said
  static HeapTrial withoutStart(int megabytes, int photos, String log) {
    String why = log.contains(OUT_OF_MEMORY) ? ": " + OUT_OF_MEMORY : "";
    return new HeapTrial(
        megabytes, List.of(), "does not start" + why, NOT_KNOWN, NOT_KNOWN, photos);
  }

  boolean isEnough() {
    return trouble.isEmpty() && millis.size() == TIMES * photos;
  }

  String[] cells() {
    return new String[] {
      megabytes + " MB",
      "%d of %d".formatted(millis.size(), TIMES * photos),
      trouble,
      millis.isEmpty() ? "" : Figure.of(Samples.of(millis).median() / 1_000),
      Figure.of(idleBytes / MEGABYTE),
      Figure.of(peakBytes / MEGABYTE),
      Figure.of((peakBytes - idleBytes) / MEGABYTE / photos)
    };
  }

  private static String trouble(Map<String, Integer> mishaps, PhotobridgeProcess server) {
    String answers = mishaps.isEmpty() ? "" : mishaps.toString();
    return server.log().contains(OUT_OF_MEMORY) ? OUT_OF_MEMORY + " " + answers : answers;
  }
}
