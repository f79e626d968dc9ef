package dev.photobridge.benchmark.load;

import dev.photobridge.app.database.EmbeddedDatabase;
import dev.photobridge.benchmark.report.Bounds;
import dev.photobridge.benchmark.report.Figure;
import dev.photobridge.benchmark.report.MarkdownTable;
import dev.photobridge.benchmark.report.Result;
import dev.photobridge.benchmark.report.Samples;
import dev.photobridge.benchmark.report.Section;
import dev.photobridge.benchmark.server.ProgramFiles;
import dev.photobridge.benchmark.server.StartUpCache;
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
/// database, whose start is part of the time, and with one that runs already. The start-up caches
/// are made by a start of the same program before. All variants take turns; the table has medians.
public final class StartUp {
  private static final String METHOD =
      """
      The server is started on a data directory of an earlier start and asked for `/health/live` every few milliseconds until it answers \
      with 200; then it is stopped. With the embedded database, whose start is part of the time, and with one that runs already. The caches \
      are made by a start of the same program before. The variants take turns; the table has medians in seconds.\
      """;

  private static final List<StartUpCache> CACHES = List.of(StartUpCache.values());

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
    Path folder = ProgramFiles.workFolder().resolve("start");
    try (var external = EmbeddedDatabase.start(folder.resolve("external"))) {
      var benchmark = new StartUp(folder, external);
      benchmark.prepare();
      benchmark.measure(List.of(args).contains("--quick") ? 3 : 7);
      benchmark.section().print(System.out);
    }
  }

  private void prepare() throws IOException, InterruptedException {
    for (Map.Entry<String, Map<String, String>> database : databases.entrySet()) {
      Path server = server(database.getKey());
      StartingServer.secondsToFirstAnswer(server, List.of(), database.getValue());
      for (StartUpCache cache : CACHES) {
        System.err.println("start: making " + cache.title() + ", database " + database.getKey());
        cache.make(server.resolve("caches"), server, database.getValue());
      }
    }
  }

  private void measure(int rounds) throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      System.err.println("start: round " + (round + 1));
      for (Map.Entry<String, Map<String, String>> database : databases.entrySet()) {
        Path server = server(database.getKey());
        for (StartUpCache cache : CACHES) {
          seconds
              .computeIfAbsent(key(database.getKey(), cache), _ -> new ArrayList<>())
              .add(
                  StartingServer.secondsToFirstAnswer(
                      server, cache.options(server.resolve("caches")), database.getValue()));
        }
      }
    }
  }

  private Section section() {
    var table =
        new MarkdownTable("database", "start-up cache", "first answer s", "IQR", "over none");
    var results = new ArrayList<Result>();
    for (String database : databases.keySet()) {
      double without = samples(database, StartUpCache.NONE).median();
      for (StartUpCache cache : CACHES) {
        Samples with = samples(database, cache);
        table.row(
            database,
            cache.title(),
            Figure.of(with.median()),
            Figure.of(with.interquartileRange()),
            Figure.of(with.median() / without));
      }
      results.add(
          Result.ratio(
              "first answer, " + database + " database, AOT cache over none",
              samples(database, StartUpCache.AOT).median(),
              without,
              "s",
              Bounds.atMost(0.5, 0.25)));
    }
    return new Section("Start", METHOD).table(table).table(Result.table(results));
  }

  private Samples samples(String database, StartUpCache cache) {
    return Samples.of(seconds.getOrDefault(key(database, cache), List.of()));
  }

  private Path server(String database) {
    return folder.resolve(database + "-server");
  }

  private static String key(String database, StartUpCache cache) {
    return database + " " + cache;
  }
}
