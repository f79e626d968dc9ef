package dev.photobridge.adapter.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.openapi.api.SessionApi;
import dev.photobridge.openapi.model.LoginRequestDto;
import dev.photobridge.openapi.model.LoginResponseDto;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {
  private static final String LOGIN = "/api/login";
  private static TestServer server;

  /// Hands the name back as the token.
  private static final class Echo implements SessionApi<ApiCall> {
    @Override
    public LoginResponseDto login(ApiCall call, LoginRequestDto body) {
      return new LoginResponseDto(
          body.username(), LoginResponseDto.TokenTypeEnum.BEARER, body.password().length());
    }
  }

  @BeforeAll
  static void start() {
    server = TestServer.start(TestHandlers.of(new Echo()));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void readsABodyAndIgnoresFieldsToCome() throws IOException {
    RawResponse response =
        post("{\"username\":\"Игорь \\\\u0000\",\"password\":\"1234\",\"more\":[1]}");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().at("/access_token").asText()).isEqualTo("Игорь \\u0000");
    assertThat(response.json().at("/expires_in_sec").asInt()).isEqualTo(4);
  }

  @Test
  void readsABodyBehindAByteOrderMark() throws IOException {
    assertThat(post("\uFEFF{\"username\":\"x\",\"password\":\"y\"}").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "{",
        "{\"username\":\"a\",\"password\":\"b\"} {}",
        "{\"username\":\"a\",\"username\":\"b\",\"password\":\"c\"}",
        "{\"username\":\"a\\u0000b\",\"password\":\"c\"}",
        "{'username':'a','password':'b'}"
      })
  void refusesWhatIsNotTheJsonOfTheContract(String body) throws IOException {
    RawResponse response = post(body);
    assertThat(response.status()).isEqualTo(400);
    response.error("body_invalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"username\":\"a\"} | /password | missing",
        "{\"username\":\"a\",\"password\":null} | /password | missing",
        "{\"username\":7,\"password\":\"b\"} | /username |",
        "{\"username\":[\"a\"],\"password\":\"b\"} | /username |",
        "{\"username\":\"a\",\"password\":true} | /password |"
      })
  void namesTheFieldThatCannotBeRead(String body, String field, String reason) throws IOException {
    JsonNode details = post(body).error("body_invalid");
    assertThat(details.at("/field").asText()).isEqualTo(field);
    assertThat(details.at("/reason").asText(null)).isEqualTo(reason);
  }

  @Test
  void refusesOtherContentTypes() throws IOException {
    try (RawClient client = server.connect()) {
      RawResponse response =
          client.request("POST", LOGIN, "Content-Type: text/plain", "Content-Length: 0");
      assertThat(response.status()).isEqualTo(415);
      response.error("content_type_unsupported");
    }
    try (RawClient client = server.connect()) {
      assertThat(client.request("POST", LOGIN, "Content-Length: 0").status()).isEqualTo(415);
    }
  }

  @Test
  void takesBodiesUpToTheLimitOnly() throws IOException {
    String start = "{\"username\":\"a\",\"password\":\"";
    String longest = "x".repeat(JsonBodies.MAX_BYTES - start.length() - 2);
    assertThat(post(start + longest + "\"}").status()).isEqualTo(200);
    RawResponse response = post(start + longest + "x\"}");
    assertThat(response.status()).isEqualTo(413);
    assertThat(response.error("body_too_large").at("/limit").asInt())
        .isEqualTo(JsonBodies.MAX_BYTES);
  }

  @Test
  void refusesBodiesInChunksThatAreTooLongTogether() throws IOException {
    String half = "x".repeat(JsonBodies.MAX_BYTES / 2);
    String chunk = Integer.toHexString(half.length()) + "\r\n" + half + "\r\n";
    try (RawClient client = server.connect()) {
      client.send(head("Transfer-Encoding: chunked"));
      client.send(chunk).send(chunk).send(chunk).send("0\r\n\r\n");
      assertThat(client.read("POST", LOGIN).status()).isEqualTo(413);
    }
  }

  @Test
  void refusesABodyThatBreaksOff() throws IOException {
    try (RawClient client = server.connect()) {
      client.send(head("Content-Length: 100")).send("{").endSending();
      RawResponse response = client.read("POST", LOGIN);
      assertThat(response.status()).isEqualTo(400);
      response.error("body_invalid");
    }
  }

  private static String head(String length) {
    String start = "POST /api/login HTTP/1.1\r\nHost: localhost\r\n";
    return start + "Content-Type: application/json\r\n" + length + "\r\n\r\n";
  }

  private static RawResponse post(String body) throws IOException {
    try (RawClient client = server.connect()) {
      return client.json("POST", LOGIN, body);
    }
  }
}
