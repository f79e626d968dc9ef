package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.photobridge.adapter.provider.testing.FakeDeepSeek;
import dev.photobridge.adapter.provider.testing.FakeOpenAi;
import dev.photobridge.adapter.provider.testing.OpenAiContract;
import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The main job with OpenAI's image API, whose part a strict stand-in plays: every operation as the
/// shipped catalogue has it.
class OpenAiMainJobTest {
  @TempDir private static Path dataDir;
  private static FakeOpenAi openAi;
  private static FakeDeepSeek deepSeek;
  private static RunningServer server;
  private static HttpClient client;
  private static Operator operator;
  private static String image;

  @BeforeAll
  static void startServer() throws IOException, InterruptedException {
    openAi = new FakeOpenAi(OpenAiContract.openAi(FakeOpenAi.KEY));
    deepSeek = new FakeDeepSeek();
    server =
        RunningServer.start(
            dataDir,
            Map.of(
                "OPENAI_API_KEY",
                FakeOpenAi.KEY,
                "OPENAI_BASE_URL",
                openAi.address().toString(),
                "DEEPSEEK_API_KEY",
                FakeDeepSeek.KEY,
                "DEEPSEEK_BASE_URL",
                deepSeek.address().toString(),
                "JOB_MAX_ATTEMPTS",
                "1"));
    client = HttpClient.newHttpClient();
    operator = Operator.signedIn(server, client);
    image = operator.register(Photos.recorded());
  }

  @AfterAll
  static void stopServer() {
    client.close();
    server.close();
    openAi.close();
    deepSeek.close();
  }

  @AfterEach
  void everyRequestWasAllowed() {
    openAi.assertAllRequestsWereAllowed();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "style_transfer     | reference_media_id=IMAGE, prompt=like fog | style of the second"
            + " image",
        "combine_images     | base_media_id=IMAGE, overlay_media_id=IMAGE, prompt=fog | third"
            + " image",
        "change_image       | prompt=Add fog | Add fog",
        "face_swap          | template_media_id=IMAGE, direction=guest_to_template | Edit the"
            + " second image: give the person",
        "face_swap          | template_media_id=IMAGE, direction=template_to_guest | give the guest"
            + " the face",
        "replace_object     | object=the glass, replacement=a rose, replacement_media_id=IMAGE |"
            + " replace this object: the glass. Put this in its place: a rose.",
        "replace_background | prompt=a beach | The new background: a beach",
        "replace_background | prompt=as shown, base_media_id=IMAGE | second image",
        "generate           | prompt=a lighthouse | Make an image: a lighthouse",
      })
  void thePhotoComesBackAsTheSlotWantsIt(String operation, String settings, String words)
      throws IOException, InterruptedException {
    openAi.answers(FakeOpenAi.image(Photos.recorded()));
    Map<String, Object> wanted = settings(settings);
    wanted.put("output", Map.of("format", "png", "max_side_px", 450));
    server.setUp(1, "openai", operation, wanted);

    HttpResponse<byte[]> response = sent();

    assertThat(response.statusCode()).isEqualTo(200);
    Contract.assertKeptBy(response);
    assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
    var result = ImageIO.read(new ByteArrayInputStream(response.body()));
    assertThat(result.getWidth()).isEqualTo(450);
    assertThat(result.getHeight()).isEqualTo(250);
    assertSent(operation, settings, words);
    assertCost(response, "0.03576");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | moderation_blocked | 422 | provider_refused",
        "400 | invalid_value | 502 | provider_rejected_request",
        "401 | invalid_api_key | 502 | provider_key_rejected",
        "429 | insufficient_quota | 503 | provider_quota_exhausted",
        "503 | server_error | 503 | provider_unavailable",
      })
  void aFailureIsToldTheBooth(int status, String word, int answered, String code)
      throws IOException, InterruptedException {
    openAi.answers(
        WireMock.jsonResponse(
            "{\"error\":{\"message\":\"Sorry.\",\"code\":\"" + word + "\"}}", status));
    // a model without quota is left alone for a while
    String model =
        code.equals("provider_quota_exhausted") ? "gpt-image-2.5-sunburst" : "gpt-image-2";
    server.setUp(1, "openai", "change_image", Map.of("prompt", "Add fog", "model", model));

    HttpResponse<byte[]> response = sent();

    assertThat(response.statusCode()).isEqualTo(answered);
    Contract.assertKeptBy(response);
    assertThat(new ObjectMapper().readTree(response.body()).at("/error/code").textValue())
        .isEqualTo(code);
  }

  @Test
  void theSlotsModelAndQualityAreSent() throws IOException, InterruptedException {
    openAi.answers(FakeOpenAi.image(Photos.recorded()));
    server.setUp(
        1,
        "openai",
        "change_image",
        Map.of("prompt", "Fog", "model", "gpt-image-2", "quality", "high", "size", "auto"));

    assertThat(sent().statusCode()).isEqualTo(200);

    assertThat(openAi.field("model")).isEqualTo("gpt-image-2");
    assertThat(openAi.field("quality")).isEqualTo("high");
    assertThat(openAi.field("size")).isEqualTo("auto");
  }

  @Test
  void deepSeekTranslatesThePromptAndItsFailureCostsNoPhoto()
      throws IOException, InterruptedException {
    openAi.answers(FakeOpenAi.image(Photos.recorded()));
    deepSeek.answers(FakeDeepSeek.wrote("{\"prompt\":\"Add fog\"}"));
    server.setUp(
        1,
        "openai",
        "change_image",
        Map.of("prompt", "Добавь туман", "prompt_writer", "translate"));

    HttpResponse<byte[]> translated = sent();

    assertThat(translated.statusCode()).isEqualTo(200);
    assertThat(openAi.field("prompt")).contains("Add fog");
    // the image, and 300 tokens in and 100 out of the translation
    assertCost(translated, "0.03597");

    openAi.answers(FakeOpenAi.image(Photos.recorded()));
    deepSeek.answers(WireMock.jsonResponse("{\"error\":{\"message\":\"no money\"}}", 402));
    server.setUp(
        1, "openai", "change_image", Map.of("prompt", "Добавь снег", "prompt_writer", "translate"));

    HttpResponse<byte[]> asItIs = sent();

    assertThat(asItIs.statusCode()).isEqualTo(200);
    assertThat(openAi.field("prompt")).contains("Добавь снег");
    assertCost(asItIs, "0.03576");
    deepSeek.assertAllRequestsWereAllowed();
  }

  @Test
  void deepSeekImprovesAPromptForTheOperator() throws IOException, InterruptedException {
    deepSeek.answers(FakeDeepSeek.wrote("{\"prompt\":\"Add fog for {name|guest}\"}"));

    HttpResponse<byte[]> response =
        operator.post(
            "/api/prompts/rewrite", "{\"task\":\"improve\",\"prompt\":\"Туман для {name|guest}\"}");

    Contract.assertKeptBy(response);
    JsonNode rewritten = new ObjectMapper().readTree(response.body());
    assertThat(rewritten.path("prompt").textValue()).isEqualTo("Add fog for {name|guest}");
    assertThat(rewritten.path("cost_usd").decimalValue()).isEqualByComparingTo("0.00021");
    deepSeek.assertAllRequestsWereAllowed();
  }

  private static void assertSent(String operation, String settings, String words)
      throws IOException {
    if (operation.equals("generate")) {
      JsonNode body = new ObjectMapper().readTree(openAi.request().getBody());
      assertThat(body.path("prompt").textValue()).contains(words);
      assertThat(body.path("size").textValue()).isEqualTo("1536x1024");
      return;
    }
    assertThat(openAi.field("prompt")).contains(words).doesNotContain("{");
    assertThat(openAi.field("model")).isEqualTo("gpt-image-2.5-flare");
    assertThat(openAi.field("quality")).isEqualTo("medium");
    assertThat(openAi.files()).hasSize(1 + settings.split("IMAGE", -1).length - 1);
  }

  private static void assertCost(HttpResponse<byte[]> response, String dollars)
      throws IOException, InterruptedException {
    String id = response.headers().firstValue("X-Photobridge-Job").orElseThrow();
    JsonNode job = operator.getJson("/api/jobs/" + id);
    assertThat(job.path("attempts").intValue()).isEqualTo(1);
    assertThat(job.path("provider_id").textValue()).isEqualTo("openai");
    assertThat(job.path("cost_usd").decimalValue()).isEqualByComparingTo(dollars);
  }

  private static Map<String, Object> settings(String text) {
    var settings = new HashMap<String, Object>();
    Arrays.stream(text.split(", "))
        .map(pair -> pair.split("="))
        .forEach(pair -> settings.put(pair[0], pair[1].equals("IMAGE") ? image : pair[1]));
    return settings;
  }

  private static HttpResponse<byte[]> sent() throws IOException, InterruptedException {
    return DslrRequest.of(Photos.recorded(), server.ingestPassword())
        .send(client, server.ingestLink(1));
  }
}
