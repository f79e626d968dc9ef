package dev.photobridge.benchmark.load;

import dev.photobridge.app.database.EmbeddedDatabase;
import dev.photobridge.benchmark.report.Bounds;
import dev.photobridge.benchmark.report.Figure;
import dev.photobridge.benchmark.report.MarkdownTable;
import dev.photobridge.benchmark.report.Result;
import dev.photobridge.benchmark.report.Samples;
import dev.photobridge.benchmark.report.Section;
import dev.photobridge.benchmark.server.ProgramFiles;
import dev.photobridge.benchmark.server.StartingServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long it takes from the start of the process to its first answer.
///
/// The server is started on a data directory of an earlier start, and asked for `/health/live`
/// every few milliseconds until it answers with 200; then it is stopped. With the embedded
/// database, whose start is part of the time, and with one that runs already; with the record of a
/// start that the launcher makes (`photobridge rehearse`), and without. The four take turns; the
/// table has medians.
public final class StartUp {
  private static final String METHOD =
      """
      The server is started on a data directory of an earlier start and asked for `/health/live` every few milliseconds until it answers \
      with 200; then it is stopped. With the embedded database, whose start is part of the time, and with one that runs already; with the \
      record of a start that the launcher makes (`photobridge rehearse`), and without. The four take turns; the table has medians.\
      """;

  private static final String WITHOUT = "without";
  private static final String WITH = "with";

  private final Path folder;
  private final Map<String, Map<String, String>> databases = new LinkedHashMap<>();
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  private StartUp(Path folder, EmbeddedDatabase external) {
    this.folder = folder;
    databases.put("embedded", Map.of());
    databases.put(
        "external",
        Map.of(
            "DATABASE_URL",
            external.jdbcUrl(),
            "DATABASE_USER",
            external.user(),
            "DATABASE_PASSWORD",
            external.password()));
  }

  /// @param args `--quick`: fewer rounds
  static void main(String[] args) throws IOException, InterruptedException {
    if (ProgramFiles.startRecord().isEmpty()) {
      new Section(
              "Start",
              "Not measured: there is no record of a start; `./photobridge rehearse` makes it.")
          .print(System.out);
      return;
    }
    Path folder = ProgramFiles.workFolder().resolve("start");
    try (var external = EmbeddedDatabase.start(folder.resolve("external"))) {
      var benchmark = new StartUp(folder, external);
      benchmark.measure(List.of(args).contains("--quick") ? 3 : 7);
      benchmark.section().print(System.out);
    }
  }

  private void measure(int rounds) throws IOException, InterruptedException {
    for (String database : databases.keySet()) {
      double first = start(database, WITH);
      System.err.printf("start: the first one, database %s: %.1f s%n", database, first);
    }
    for (int round = 0; round < rounds; round++) {
      System.err.println("start: round " + (round + 1));
      for (String database : databases.keySet()) {
        for (String way : List.of(WITHOUT, WITH)) {
          seconds
              .computeIfAbsent(key(database, way), _ -> new ArrayList<>())
              .add(start(database, way));
        }
      }
    }
  }

  private double start(String database, String way) throws IOException, InterruptedException {
    return StartingServer.secondsToFirstAnswer(
        folder.resolve(database + "-server"),
        way.equals(WITH) ? List.of() : List.of("-XX:AOTMode=off"),
        databases.getOrDefault(database, Map.of()));
  }

  private Section section() {
    var table = new MarkdownTable("database", "record of a start", "first answer s", "IQR");
    var results = new ArrayList<Result>();
    for (String database : databases.keySet()) {
      for (String way : List.of(WITHOUT, WITH)) {
        Samples samples = samples(database, way);
        table.row(
            database, way, Figure.of(samples.median()), Figure.of(samples.interquartileRange()));
      }
      results.add(
          Result.ratio(
              "first answer, " + database + " database, with over without record",
              samples(database, WITH).median(),
              samples(database, WITHOUT).median(),
              "s",
              Bounds.atMost(0.5, 0.25)));
    }
    return new Section("Start", METHOD).table(table).table(Result.table(results));
  }

  private Samples samples(String database, String way) {
    return Samples.of(seconds.getOrDefault(key(database, way), List.of()));
  }

  private static String key(String database, String way) {
    return database + " " + way;
  }
}
