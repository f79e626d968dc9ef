package dev.photobridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody sends by mistake, at the assembled server: always a clean error, never a file, a
/// trace or a header of the sender's making.
class HostileRequestsTest {
  private static final String SLOT = "/api/slots/slot-001";

  @TempDir static Path folder;
  private static RunningServer server;
  private static String bearer;

  @BeforeAll
  static void start() {
    server = RunningServer.start(folder, Map.of());
    var account = server.server().credentials().passwords().entrySet().iterator().next();
    Caller anybody =
        new Caller(
            HttpClient.newHttpClient(),
            path -> URI.create(server.uri("") + path),
            List.of(),
            new Documented(),
            new TreeMap<>());
    String token =
        anybody
            .post(
                200,
                "/api/login",
                "{\"username\":\"%s\",\"password\":\"%s\"}"
                    .formatted(account.getKey(), account.getValue()))
            .text("/access_token");
    bearer = "Authorization: Bearer " + token + "\r\n";
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/public/media/../../secrets/runtime_credentials.json",
        "/public/media/..%2f..%2fsecrets%2fruntime_credentials.json",
        "/public/media/%2e%2e/%2e%2e/secrets/runtime_credentials.json",
        "/public/media/..%5c..%5csecrets",
        "/public/media/....//....//secrets",
        "/public/media//etc/passwd",
        "/api/jobs/../../secrets/result",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/openapi.yaml/../../pom.xml",
        "/public/media/0a403f97-312f-4fc5-9f01-7de121c9a9d7%00.jpg",
        "/public/media/file:%2f%2f%2fetc%2fpasswd",
      })
  void noPathLeadsOutOfItsFolder(String path) throws IOException {
    RawResponse response = send("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + bearer + "\r\n");

    assertThat(response.status()).isIn(400, 401, 404);
    assertClean(response);
    assertThat(response.text()).doesNotContain("root:").doesNotContain("jwt_secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/slots/slot-001%0d%0aSet-Cookie:%20a=b",
        "/api/slots?search=%0d%0aSet-Cookie:%20a=b",
        "/ingest/slot-001%0d%0aX-Injected:%20yes",
        "/health/live?x=%0d%0aX-Injected:%20yes",
      })
  void noTextOfARequestBecomesAHeader(String path) throws IOException {
    RawResponse response = send("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + bearer + "\r\n");

    assertThat(response.headers()).doesNotContainKeys("set-cookie", "x-injected");
  }

  @Test
  void noNameOfASlotBecomesAHeader() throws IOException {
    String body =
        """
        {"name":"x\\r\\nX-Injected: yes","provider_id":"local","operation_id":"change_image",
         "settings_json":{"effect":"sepia"}}
        """;
    RawResponse saved = put(body.getBytes(StandardCharsets.UTF_8), "application/json");
    RawResponse read = send("GET " + SLOT + " HTTP/1.1\r\nHost: x\r\n" + bearer + "\r\n");

    assertThat(saved.headers()).doesNotContainKey("x-injected");
    assertThat(read.headers()).doesNotContainKey("x-injected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{",
        "[]",
        "null",
        "{\"name\":\"x\"",
        "{\"name\":{\"$gt\":\"\"}}",
        "{\"name\":\"x\",\"name\":\"y\"}",
        "{\"__proto__\":{}}",
        "{\"name\":\"\\ud800\"}",
        "{\"name\":NaN}",
        "\u0000",
      })
  void jsonThatIsNoneIsRefused(String body) throws IOException {
    RawResponse response = put(body.getBytes(StandardCharsets.UTF_8), "application/json");

    assertThat(response.status()).isEqualTo(400);
    assertClean(response);
  }

  @Test
  void jsonThatIsNestedTooDeeplyIsRefused() throws IOException {
    String body = "{\"settings_json\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_001);

    RawResponse response = put(body.getBytes(StandardCharsets.UTF_8), "application/json");

    assertThat(response.status()).isEqualTo(400);
    assertClean(response);
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() throws IOException {
    for (byte[] bad :
        List.of(
            new byte[] {(byte) 0xff, (byte) 0xfe},
            new byte[] {(byte) 0xc0, (byte) 0xaf},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {(byte) 0xe2, (byte) 0x28, (byte) 0xa1})) {
      byte[] head = "{\"name\":\"".getBytes(StandardCharsets.UTF_8);
      byte[] tail =
          "\",\"provider_id\":\"local\",\"operation_id\":\"change_image\",\"settings_json\":{}}"
              .getBytes(StandardCharsets.UTF_8);
      byte[] body = new byte[head.length + bad.length + tail.length];
      System.arraycopy(head, 0, body, 0, head.length);
      System.arraycopy(bad, 0, body, head.length, bad.length);
      System.arraycopy(tail, 0, body, head.length + bad.length, tail.length);

      RawResponse response = put(body, "application/json");

      assertThat(response.status()).isEqualTo(400);
      response.error("body_invalid");
      assertClean(response);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/json/../x",
        "*/*",
        "",
      })
  void otherContentTypesAreRefused(String type) throws IOException {
    RawResponse response = put("{}".getBytes(StandardCharsets.UTF_8), type);

    assertThat(response.status()).isEqualTo(415);
    response.error("content_type_unsupported");
    assertClean(response);
  }

  @Test
  void aBodyThatIsTooLongIsRefusedBeforeItIsRead() throws IOException {
    try (RawClient client = new RawClient(server.server().port())) {
      client.send(
          "PUT "
              + SLOT
              + " HTTP/1.1\r\nHost: x\r\n"
              + bearer
              + "Content-Type: application/json\r\nContent-Length: 9000000000\r\n\r\n");

      RawResponse response = client.read("PUT", SLOT);

      assertThat(response.status()).isEqualTo(413);
      response.error("body_too_large");
    }
  }

  @Test
  void aHeaderThatIsTooLongIsRefused() throws IOException {
    RawResponse response =
        send("GET /health/live HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n");

    assertThat(response.status()).isEqualTo(400);
    assertClean(response);
  }

  @ParameterizedTest
  @CsvSource({"TRACE,405", "OPTIONS,405", "CONNECT,400", "PROPFIND,405", "get,405"})
  void otherMethodsAreRefused(String method, int status) throws IOException {
    RawResponse response = send(method + " /api/slots HTTP/1.1\r\nHost: x\r\n" + bearer + "\r\n");

    assertThat(response.status()).isIn(status, 400, 404, 501);
    assertClean(response);
  }

  private static RawResponse put(byte[] body, String type) throws IOException {
    try (RawClient client = new RawClient(server.server().port())) {
      client.send(
          "PUT "
              + SLOT
              + " HTTP/1.1\r\nHost: x\r\n"
              + bearer
              + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
              + "Content-Length: "
              + body.length
              + "\r\n\r\n");
      return client.send(body).read("PUT", SLOT);
    }
  }

  private static RawResponse send(String request) throws IOException {
    try (RawClient client = new RawClient(server.server().port())) {
      return client.send(request).readUnchecked();
    }
  }

  /// In the format of every error, and without a word about our insides.
  private static void assertClean(RawResponse response) {
    assertThat(response.json().at("/error/code").asText()).isNotEmpty();
    assertThat(response.json().at("/error/message").asText()).isNotEmpty();
    assertThat(response.text())
        .doesNotContain("Exception")
        .doesNotContain("jackson")
        .doesNotContain("jetty")
        .doesNotContain("at dev.");
    assertThat(response.header("X-Content-Type-Options")).contains("nosniff");
  }
}
