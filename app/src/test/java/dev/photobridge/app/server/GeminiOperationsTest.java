package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.FakeGemini;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every operation that the catalogue has for Gemini, as the booth asks for it: the photo is posted
/// to a slot, and the stand-in's image comes back in the slot's format.
class GeminiOperationsTest {
  @TempDir private static Path dataDir;
  private static FakeGemini gemini;
  private static RunningServer server;
  private static HttpClient client;
  private static Operator operator;
  private static String template;
  private static String another;

  @BeforeAll
  static void startServer() throws IOException, InterruptedException {
    gemini = new FakeGemini();
    server = RunningServer.start(dataDir, gemini.keys());
    client = HttpClient.newHttpClient();
    operator = Operator.signedIn(server, client);
    template = operator.register(Photos.drawn(200, 100));
    another = operator.register(Photos.drawn(100, 200));
  }

  @AfterAll
  static void stopServer() {
    client.close();
    server.close();
    gemini.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "change_image | '\"prompt\":\"a comic\"' | 1 | 0 | a comic",
        "style_transfer | '\"reference_media_id\":\"TEMPLATE\"' | 1 | 1 | style of the second"
            + " image",
        "combine_images | '\"base_media_id\":\"TEMPLATE\",\"overlay_media_id\":\"ANOTHER\"' | 1 | 2"
            + " | third image",
        "combine_images | '\"base_media_id\":\"TEMPLATE\"' | 1 | 1 | second image",
        "face_swap | '\"template_media_id\":\"TEMPLATE\",\"direction\":\"guest_to_template\"' | 1 |"
            + " 1 | face of the guest",
        "face_swap | '\"template_media_id\":\"TEMPLATE\",\"direction\":\"template_to_guest\"' | 1 |"
            + " 1 | face of the person in the second",
        "replace_object | '\"object\":\"glass\",\"replacement\":\"roses\"' | 1 | 0 | roses",
        "replace_background | '\"prompt\":\"a beach\"' | 1 | 0 | a beach",
        "replace_background | '\"prompt\":\"a beach\",\"base_media_id\":\"TEMPLATE\"' | 1 | 1 |"
            + " second image",
        "generate | '\"prompt\":\"a lighthouse\"' | 0 | 0 | a lighthouse",
      })
  void thePhotoComesBackProcessed(
      String operation, String settings, int inline, int uploaded, String words) throws Exception {
    gemini.answers(FakeGemini.image(Photos.recorded()));
    saved(operation, settings.replace("TEMPLATE", template).replace("ANOTHER", another));

    HttpResponse<byte[]> response =
        DslrRequest.of(Photos.recorded(), server.ingestPassword())
            .send(client, server.ingestLink(1));

    assertThat(response.statusCode()).isEqualTo(200);
    Contract.assertKeptBy(response);
    assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
    BufferedImage result = ImageIO.read(new ByteArrayInputStream(response.body()));
    assertThat(result.getWidth()).isEqualTo(900);
    assertCall(inline, uploaded, words);
    assertJob(response.headers().firstValue("X-Photobridge-Job").orElseThrow());
  }

  private static void assertCall(int inline, int uploaded, String words) {
    gemini.assertAllRequestsWereAllowed();
    assertThat(gemini.calls()).isEqualTo(1);
    JsonNode body = gemini.latestBody();
    JsonNode parts = body.at("/contents/0/parts");
    assertThat(parts.findValues("inlineData")).hasSize(inline);
    assertThat(parts.findValues("fileData")).hasSize(uploaded);
    String prompt = parts.get(parts.size() - 1).path("text").asText();
    assertThat(prompt)
        .as("an order, not a question, with every place filled")
        .matches("(?s)(Edit|Make) .*")
        .doesNotContain("?", "{")
        .contains(words);
    assertThat(body.at("/generationConfig/imageConfig/aspectRatio").asText()).isEqualTo("16:9");
    assertThat(gemini.uploads()).as("each template once").hasSizeLessThanOrEqualTo(2);
  }

  private static void assertJob(String id) throws IOException, InterruptedException {
    JsonNode job = operator.getJson("/api/jobs/" + id);
    assertThat(job.path("state").textValue()).isEqualTo("SUCCEEDED");
    assertThat(job.path("provider_id").textValue()).isEqualTo("gemini");
    assertThat(job.path("attempts").intValue()).isEqualTo(1);
    // 300 tokens at 1.50 and 1,120 at 30 dollars a million
    assertThat(job.path("cost_usd").decimalValue()).isEqualByComparingTo("0.03405");
  }

  private static void saved(String operation, String settings)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        operator.put(
            "/api/slots/slot-001",
            """
            {"name":"Any","provider_id":"gemini","operation_id":"%s","join_duplicates":false,
             "settings_json":{%s,"output":{"format":"png"}}}
            """
                .formatted(operation, settings));
    assertThat(response.statusCode())
        .as(() -> new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    Contract.assertKeptBy(response);
  }
}
