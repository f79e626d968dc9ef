package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.FakeGemini;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job of slots that may cost only so much; a photo costs $0.03405 here.
class CostCapMainJobTest {
  @TempDir private static Path dataDir;
  private static FakeGemini gemini;
  private static RunningServer server;
  private static HttpClient client;
  private static Operator operator;

  @BeforeAll
  static void startServer() throws IOException, InterruptedException {
    gemini = new FakeGemini();
    server = RunningServer.start(dataDir, gemini.keys());
    client = HttpClient.newHttpClient();
    operator = Operator.signedIn(server, client);
  }

  @AfterAll
  static void stopServer() {
    client.close();
    server.close();
    gemini.close();
  }

  @Test
  void theLineGoesOnWithTheOriginalOnceTheCapIsReached() throws Exception {
    byte[] image = Photos.drawn(120, 80);
    gemini.answers(FakeGemini.image(image));
    saved(1, "{\"per_day_usd\":0.05,\"reply\":{\"kind\":\"original_photo\"}}");

    assertThat(sent(1).body()).isEqualTo(image);
    assertThat(sent(1).body()).as("still below the cap").isEqualTo(image);
    HttpResponse<byte[]> beyond = sent(1);

    assertThat(beyond.statusCode()).isEqualTo(200);
    Contract.assertKeptBy(beyond);
    assertThat(beyond.headers().firstValue("X-Photobridge-Reply")).contains("original_photo");
    assertThat(beyond.headers().firstValue("X-Photobridge-Failure")).contains("cost_cap_reached");
    assertThat(beyond.body()).isEqualTo(Photos.recorded());
    assertThat(gemini.calls()).isEqualTo(2);
  }

  @Test
  void aCapThatStopsTheSlotIsAnErrorUntilItIsRaised() throws Exception {
    gemini.answers(FakeGemini.image(Photos.drawn(120, 80)));
    saved(2, "{\"total_usd\":0.01}");
    assertThat(sent(2).statusCode()).isEqualTo(200);

    HttpResponse<byte[]> beyond = sent(2);

    assertThat(beyond.statusCode()).isEqualTo(503);
    Contract.assertKeptBy(beyond);
    assertThat(new ObjectMapper().readTree(beyond.body()).at("/error/code").textValue())
        .isEqualTo("cost_cap_reached");

    saved(2, "{\"total_usd\":0.06}");
    assertThat(sent(2).statusCode()).isEqualTo(200);
  }

  /// Saves a slot with this cap; a photo costs $0.03405 here.
  private static void saved(int slot, String cap) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        operator.put(
            "/api/slots/slot-00" + slot,
            """
            {"name":"Capped","provider_id":"gemini","operation_id":"change_image",
             "settings_json":{"prompt":"for {survey1|our guest}"},"join_duplicates":false,
             "cost_cap":%s}
            """
                .formatted(cap));
    assertThat(response.statusCode()).isEqualTo(200);
    Contract.assertKeptBy(response);
  }

  private static HttpResponse<byte[]> sent(int slot) throws IOException, InterruptedException {
    return DslrRequest.of(Photos.recorded(), server.ingestPassword())
        .send(client, server.ingestLink(slot));
  }
}
