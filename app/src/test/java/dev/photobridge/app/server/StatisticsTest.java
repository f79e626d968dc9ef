package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What booths send is what the statistics say, on the whole server.
class StatisticsTest {
  @TempDir private Path dataDir;

  @Test
  void photosAreCountedExportedAndResetWithoutGettingInTheWayOfASave()
      throws IOException, InterruptedException {
    try (RunningServer server = RunningServer.start(dataDir, Map.of());
        HttpClient client = HttpClient.newHttpClient()) {
      server.setUp(1, "local", "change_image", Map.of("effect", "black_and_white"));
      Operator operator = Operator.signedIn(server, client);
      assertThat(sent(server, client, Photos.recorded())).isEqualTo(200);
      assertThat(sent(server, client, Photos.small("truncated-60pct.jpg"))).isEqualTo(422);

      assertCounted(operator.getJson("/api/stats/slots").at("/slots/0/since_reset"));
      assertThat(operator.getJson("/api/stats/slot-001").at("/metrics")).hasSize(1);
      assertThat(operator.getJson("/api/stats/global?provider_id=local").at("/data/0/errors"))
          .hasToString("1");
      HttpResponse<byte[]> table = operator.get("/api/stats/export");
      assertThat(new String(table.body(), StandardCharsets.UTF_8))
          .startsWith("\uFEFFСлот;")
          .contains("\r\nslot-001;Slot 1;");

      String version = operator.get("/api/slots/slot-001").headers().firstValue("ETag").orElse("");
      HttpResponse<byte[]> reset = operator.post("/api/slots/slot-001/reset_stats", "{}");
      assertThat(reset.statusCode()).isEqualTo(204);
      Contract.assertKeptBy(reset);
      assertThat(operator.get("/api/slots/slot-001").headers().firstValue("ETag"))
          .contains(version);
      JsonNode line = operator.getJson("/api/stats/slots").at("/slots/0");
      assertThat(line.at("/since_reset/requests").asInt()).isZero();
      assertCounted(line.at("/all_time"));
    }
  }

  private static void assertCounted(JsonNode totals) {
    assertThat(totals.at("/requests").asInt()).isEqualTo(2);
    assertThat(totals.at("/runs").asInt()).isEqualTo(1);
    assertThat(totals.at("/success").asInt()).isEqualTo(1);
    assertThat(totals.at("/error_percent").asDouble()).isEqualTo(50);
    assertThat(totals.at("/p95_response_ms").asInt()).isPositive();
  }

  private static int sent(RunningServer server, HttpClient client, byte[] photo)
      throws IOException, InterruptedException {
    return DslrRequest.of(photo, server.ingestPassword())
        .send(client, server.ingestLink(1))
        .statusCode();
  }
}
