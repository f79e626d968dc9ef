package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.persistence.Database;
import dev.photobridge.adapter.persistence.DatabaseOpening;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.RunningServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long statistics take over a long processing log, asked for over HTTP while photos are
/// recorded. Not part of the build: `docs/statistics.md` says how to run it.
@Tag("benchmark")
class StatisticsBenchmarkTest {
  private static final int ROWS = Integer.getInteger("benchmark.rows", 1_000_000);
  private static final int CALLS = Integer.getInteger("benchmark.calls", 200);

  /// Photos recorded a second; 0: as many as possible.
  private static final int RATE = Integer.getInteger("benchmark.rate", 50);

  private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
  private static final PrintStream OUT = System.out;

  @TempDir private Path directory;

  @Test
  void statisticsBesideALoad() throws IOException, InterruptedException {
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(directory.resolve("programs").toFile())
            .start()) {
      String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
      fill(url);
      measure(url);
    }
  }

  private static void fill(String url) {
    Flyway.configure()
        .dataSource(url, "postgres", "")
        .locations("classpath:db/migration")
        .target("10")
        .load()
        .migrate();
    Jdbi jdbi = Jdbi.create(url, "postgres", "");
    jdbi.useHandle(
        handle -> {
          handle.execute(
              """
              INSERT INTO account SELECT unnest('{serg,igor}'::text[]), 'hash', 'epoch'
              """);
          handle.execute(
              """
              INSERT INTO slot (account, id, name, last_reset_at, updated_at, version)
              SELECT name, 'slot-' || lpad(n::text, 3, '0'), '', 'epoch', 'epoch', 0
              FROM account, generate_series(1, 40) AS n
              """);
          handle.execute("SELECT setseed(0.5)");
          // spread evenly: photos of real events come together and fill fewer buckets
          handle.execute(
              """
              INSERT INTO processing_log (account, slot_id, origin, provider_id, job_id, created_at, status,
                                          response_time_ms, cost, error_message)
              SELECT (ARRAY['serg', 'igor'])[1 + n % 2], 'slot-' || lpad((1 + n / 2 % 40)::text, 3, '0'),
                     CASE WHEN n % 50 = 0 THEN 'OPERATOR' ELSE 'BOOTH' END,
                     (ARRAY['gemini', 'local', 'turbotext'])[1 + n / 2 % 3], gen_random_uuid(),
                     current_timestamp - random() * interval '90 days',
                     (ARRAY['SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS',
                            'ERROR', 'TIMEOUT'])[1 + floor(random() * 10)::int],
                     (4000 * exp(random() * 3 - 0.7))::bigint, 0.039,
                     CASE WHEN random() < 0.2 THEN 'UNAVAILABLE: the provider could not be reached' END
              FROM generate_series(1, ?) AS n
              """,
              ROWS);
          handle.execute("VACUUM ANALYZE processing_log");
        });
  }

  private void measure(String url) throws IOException, InterruptedException {
    var settings = new DatabaseSettings(url, "postgres", "");
    long start = System.nanoTime();
    DatabaseOpening opening = Database.open(settings);
    OUT.printf("%nthe migration of %,d rows: %.1f s%n", ROWS, seconds(start));
    try (Database database = ((DatabaseOpening.Opened) opening).database()) {
      database.jdbi().useHandle(handle -> handle.execute("VACUUM ANALYZE statistics_bucket"));
      printSizes(database.jdbi());
      for (int threads : new int[] {1, 8, 64}) {
        var load = new RecordingLoad(database.jdbi(), threads, 0);
        OUT.printf("recorded by %d threads: %,.0f rows/s%n", threads, load.rateFor(5));
      }
      var load = new RecordingLoad(database.jdbi(), 8, RATE);
      try (RunningServer server = started(url);
          HttpClient client = HttpClient.newHttpClient();
          RecordingLoad running = load.start()) {
        Operator operator = Operator.signedIn(server, client);
        OUT.printf("%n%-42s %9s %9s %9s %10s%n", "call", "median ms", "p95 ms", "max ms", "bytes");
        for (Map.Entry<String, String> call : calls().entrySet()) {
          measure(call.getKey(), call.getValue(), operator);
        }
        OUT.printf("recorded meanwhile: %,d rows%n", running.recorded());
      }
    }
  }

  private RunningServer started(String url) {
    return RunningServer.start(
        directory.resolve("data"),
        Map.of(
            "DATABASE_URL",
            url,
            "DATABASE_USER",
            "postgres",
            "DATABASE_PASSWORD",
            "",
            "TIME_ZONE",
            ZONE.getId()));
  }

  private static Map<String, String> calls() {
    LocalDate today = LocalDate.now(ZONE);
    String month = "from=" + today.minusDays(30) + "&to=" + today;
    String all = "from=" + today.minusDays(89) + "&to=" + today;
    var calls = new LinkedHashMap<String, String>();
    calls.put("a slot by hour, 31 days", "slot-007?group_by=hour&" + month);
    calls.put("a slot by day, 31 days", "slot-007?group_by=day&" + month);
    calls.put("a slot by week, 31 days", "slot-007?group_by=week&" + month);
    calls.put("global by day, 90 days", "global?group_by=day&page_size=50&" + all);
    calls.put("global by week, 90 days", "global?group_by=week&" + all);
    calls.put("global by month, 90 days", "global?group_by=month&" + all);
    calls.put("global by day, Kathmandu", "global?time_zone=Asia/Kathmandu&group_by=day&" + all);
    calls.put("global by day, one provider", "global?group_by=day&provider_id=gemini&" + all);
    calls.put("global by day, one slot", "global?group_by=day&slot_id=slot-007&" + all);
    calls.put("the table of the statistics page", "slots");
    calls.put("export by day, 90 days, 40 slots", "export?group_by=day&" + all);
    calls.put("export by week, 90 days, 40 slots", "export?group_by=week&" + all);
    calls.put("export by month, 90 days, 40 slots", "export?group_by=month&" + all);
    calls.put("export by hour, 31 days, 1 slot", "export?group_by=hour&slot_id=slot-007&" + month);
    calls.put("export by hour, 31 days, 40 slots", "export?group_by=hour&" + month);
    return calls;
  }

  private static void measure(String name, String path, Operator operator)
      throws IOException, InterruptedException {
    var millis = new double[CALLS];
    int bytes = 0;
    for (int i = -CALLS / 10; i < CALLS; i++) {
      long start = System.nanoTime();
      HttpResponse<byte[]> response = operator.getUnchecked("/api/stats/" + path);
      if (i >= 0) {
        millis[i] = seconds(start) * 1000;
      }
      assertThat(response.statusCode()).isEqualTo(200);
      bytes = response.body().length;
    }
    Arrays.sort(millis);
    OUT.printf(
        "%-42s %9.1f %9.1f %9.1f %,10d%n",
        name,
        millis[CALLS / 2],
        millis[(int) Math.ceil(CALLS * 0.95) - 1],
        millis[CALLS - 1],
        bytes);
  }

  private static void printSizes(Jdbi jdbi) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT 'statistics_bucket: ' || count(*) || ' rows, '
                             || pg_size_pretty(pg_total_relation_size('statistics_bucket'))
                             || '; processing_log: ' || pg_size_pretty(pg_total_relation_size('processing_log'))
                    FROM statistics_bucket
                    """)
                .mapTo(String.class)
                .forEach(OUT::println));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
