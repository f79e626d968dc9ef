package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a slot does besides its setup, saved and read with everything in place.
class SlotRulesSavedTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path dataDir;
  private static RunningServer server;
  private static HttpClient client;
  private static Operator operator;

  @BeforeAll
  static void signIn() throws IOException, InterruptedException {
    server = RunningServer.start(dataDir, Map.of());
    client = HttpClient.newHttpClient();
    operator = Operator.signedIn(server, client);
  }

  @AfterAll
  static void stopServer() {
    client.close();
    server.close();
  }

  @Test
  void comesBackAsItWasSaved() throws IOException, InterruptedException {
    String rules =
        """
        "failure_reply":{"kind":"local_effect","operation_id":"change_image",
                         "settings_json":{"effect":"sepia"}},
        "fallback":{"provider_id":"local","operation_id":"change_image",
                    "settings_json":{"effect":"vivid"}},
        "join_duplicates":false,"max_parallel_jobs":4
        """;

    HttpResponse<byte[]> saved = put(rules);

    assertThat(saved.statusCode()).isEqualTo(200);
    JsonNode slot = operator.getJson("/api/slots/slot-001");
    JsonNode sent = JSON.readTree("{" + rules + "}");
    for (String field :
        new String[] {"failure_reply", "fallback", "join_duplicates", "max_parallel_jobs"}) {
      assertThat(slot.get(field)).as(field).isEqualTo(sent.get(field));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local  | change_image | no_such_effect  | settings_invalid        | /settings_json/effect",
        "local  | face_swap    | sepia           | operation_not_available | /operation_id",
        "nobody | change_image | sepia           | operation_not_available | /operation_id",
        "local  | change_image | black_and_white | settings_invalid        | ''",
      })
  void aFallbackThatCanNotWorkIsRefused(
      String provider, String operation, String effect, String code, String field)
      throws IOException, InterruptedException {
    refused(
        put(
            """
            "fallback":{"provider_id":"%s","operation_id":"%s","settings_json":{"effect":"%s"}}
            """
                .formatted(provider, operation, effect)),
        code,
        "/fallback" + field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "change_image | no_such_effect | settings_invalid        | /settings_json/effect",
        "face_swap    | sepia          | operation_not_available | /operation_id",
      })
  void anEffectThatCanNotWorkIsRefused(String operation, String effect, String code, String field)
      throws IOException, InterruptedException {
    refused(
        put(
            """
            "failure_reply":{"kind":"local_effect","operation_id":"%s",
                             "settings_json":{"effect":"%s"}}
            """
                .formatted(operation, effect)),
        code,
        "/failure_reply" + field);
  }

  private static void refused(HttpResponse<byte[]> response, String code, String field)
      throws IOException {
    assertThat(response.statusCode()).isEqualTo(422);
    JsonNode error = JSON.readTree(response.body()).path("error");
    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(error.path("details").path("field").asText()).isEqualTo(field);
  }

  private static HttpResponse<byte[]> put(String rules) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        operator.put(
            "/api/slots/slot-001",
            """
            {"name":"Line","provider_id":"local","operation_id":"change_image",
             "settings_json":{"effect":"black_and_white"},%s}
            """
                .formatted(rules));
    Contract.assertKeptBy(response);
    return response;
  }
}
