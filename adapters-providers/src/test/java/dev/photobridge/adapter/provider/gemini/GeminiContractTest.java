package dev.photobridge.adapter.provider.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The check of requests against the contract can fail.
class GeminiContractTest {
  private static final String GOOD =
      """
      {"contents":[{"role":"user","parts":[
         {"inlineData":{"mimeType":"image/png","data":"MQ=="}},{"text":"a"}]}],
       "generationConfig":{"responseModalities":["IMAGE"],
         "imageConfig":{"aspectRatio":"3:2","imageSize":"1K"}}}\
      """;

  private final GeminiContract contract = new GeminiContract();

  @Test
  void agreesToAGoodRequest() {
    assertThat(contract.problemsOfRequest(GOOD.getBytes(UTF_8))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contents=>content",
        "inlineData=>inline_data",
        "mimeType=>mime_type",
        "image/png=>image/jpg",
        "\"user\"=>\"model\"",
        "\"text\":\"a\"=>\"text\":\"a\",\"thought\":false",
        "\"text\":\"a\"=>\"text\":\"\"",
        "\"responseModalities\"=>\"responseFormat\":[],\"responseModalities\"",
        "\"IMAGE\"=>\"VIDEO\"",
        "\"3:2\"=>\"7:3\"",
        "\"1K\"=>\"1k\"",
        "generationConfig\"=>generation_config\"",
        "}}}=>}}",
      })
  void noticesWhatTheServiceWouldRefuse(String change) {
    String[] fromTo = change.split("=>", -1);
    String bad = GOOD.replace(fromTo[0], fromTo[1]);
    assertThat(bad).isNotEqualTo(GOOD);
    assertThat(contract.problemsOfRequest(bad.getBytes(UTF_8))).isNotEmpty();
  }

  @Test
  void noticesAPromptThatIsTooLong() {
    String bad = GOOD.replace("\"text\":\"a\"", "\"text\":\"" + "a".repeat(20_001) + "\"");
    assertThat(contract.problemsOfRequest(bad.getBytes(UTF_8))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1beta/models/m:generateContent, X-Server-Timeout",
    "POST, /v1beta/models/m:generateContent, x-goog-api-key",
    "POST, /upload/v1beta/files, X-Goog-Upload-Protocol",
    "POST, /upload/session/s, X-Goog-Upload-Offset",
    "GET, /v1beta/files/f, x-goog-api-key",
    "GET, /v1beta/models/m, x-goog-api-key",
    "GET, /v1/models/m, nothing at",
    "PUT, /v1beta/files/f, nothing at",
    "GET, /v1beta/models/m?key=k, a query",
  })
  void noticesRequestsThatLackSomethingOrStandNowhere(String method, String url, String what) {
    try (var fake = new FakeGemini();
        var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(fake.address() + url))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      assertThat(status).isEqualTo(400);
      assertThatThrownBy(fake::assertRequestsFollowTheContract)
          .hasMessageContaining(what.equals("x-goog-api-key") ? "the key is missing" : what);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
