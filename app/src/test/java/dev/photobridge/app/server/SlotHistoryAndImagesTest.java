package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Earlier versions of slots with their templates, and small pictures, on the assembled server.
class SlotHistoryAndImagesTest {
  @TempDir private Path dataDir;

  @Test
  void anEarlierVersionComesBackWithItsTemplateAlsoAfterARestart()
      throws IOException, InterruptedException {
    byte[] template = Photos.drawn(640, 400);
    try (var client = HttpClient.newHttpClient()) {
      String image;
      byte[] small;
      try (var first = RunningServer.start(dataDir, Map.of())) {
        var operator = Operator.signedIn(first, client);
        image = operator.register(template);
        saved(
            operator, "Frame", "combine_images", "{\"overlay_media_id\":\"%s\"}".formatted(image));
        saved(operator, "Sepia", "change_image", "{\"effect\":\"sepia\"}");
        ok(operator.post("/api/slots/slot-001/reset", ""));
        assertThat(slot(operator).path("is_configured").booleanValue()).isFalse();
        small = ok(operator.get("/api/media/" + image + "/thumbnail")).body();
      }
      try (var second = RunningServer.start(dataDir, Map.of())) {
        var operator = Operator.signedIn(second, client);
        JsonNode versions = operator.getJson("/api/slots/slot-001/versions").path("data");
        assertThat(versions)
            .extracting(v -> v.path("name").textValue())
            .startsWith("Sepia", "Frame");
        long frame = versions.path(1).path("version").longValue();

        ok(operator.post("/api/slots/slot-001/versions/" + frame + "/restore", ""));

        assertThat(slot(operator).at("/settings_json/overlay_media_id").textValue())
            .isEqualTo(image);
        assertThat(fetched(client, second, image).body()).isEqualTo(template);
        assertThat(ok(operator.get("/api/media/" + image + "/thumbnail")).body()).isEqualTo(small);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(small));
        assertThat(picture.getWidth()).isEqualTo(320);
        assertThat(picture.getHeight()).isEqualTo(200);
        assertThat(operator.getJson("/api/slots/slot-001/versions").at("/meta/total").intValue())
            .isEqualTo(4);
      }
    }
  }

  @Test
  void aJobsPhotosCanBeLookedAt() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient();
        var server = RunningServer.start(dataDir, Map.of())) {
      server.setUp(3, "local", "change_image", Map.of("effect", "sepia"));
      HttpResponse<byte[]> answer =
          DslrRequest.of(Photos.recorded(), server.ingestPassword())
              .send(client, server.ingestLink(3));
      String job = "/api/jobs/" + answer.headers().firstValue("X-Photobridge-Job").orElseThrow();
      var operator = Operator.signedIn(server, client);

      assertThat(ok(operator.get(job + "/source")).body()).isEqualTo(Photos.recorded());
      assertThat(ok(operator.get(job + "/result?download=true")).body()).isEqualTo(answer.body());
      byte[] small = ok(operator.get(job + "/thumbnail")).body();
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(small));
      assertThat(picture.getWidth()).isEqualTo(320);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exif-markup.jpg", "icc-garbage.jpg", "corrupt-entropy.jpg"})
  void aHostileImageIsShownHarmlesslyOrNotAtAll(String name)
      throws IOException, InterruptedException {
    Path file =
        Photos.shared("hostile").stream()
            .filter(photo -> photo.endsWith(name))
            .findFirst()
            .orElseThrow();
    try (var client = HttpClient.newHttpClient();
        var server = RunningServer.start(dataDir, Map.of())) {
      var operator = Operator.signedIn(server, client);
      String image = operator.register(Files.readAllBytes(file));

      HttpResponse<byte[]> small = operator.get("/api/media/" + image + "/thumbnail");

      assertThat(small.statusCode()).isIn(200, 404);
      assertThat(new String(small.body(), StandardCharsets.ISO_8859_1))
          .doesNotContain("<script", "Exif");
      assertThat(operator.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  private static void saved(Operator operator, String name, String operation, String settings)
      throws IOException, InterruptedException {
    ok(
        operator.put(
            "/api/slots/slot-001",
            """
            {"name":"%s","provider_id":"local","operation_id":"%s","settings_json":%s}
            """
                .formatted(name, operation, settings)));
  }

  private static JsonNode slot(Operator operator) throws IOException, InterruptedException {
    return operator.getJson("/api/slots/slot-001");
  }

  private static HttpResponse<byte[]> fetched(HttpClient client, RunningServer server, String id)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/public/media/" + id));
    HttpResponse<byte[]> whole = client.send(request.build(), BodyHandlers.ofByteArray());
    HttpResponse<byte[]> part =
        client.send(request.header("Range", "bytes=5-").build(), BodyHandlers.ofByteArray());
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 5, whole.body().length));
    Contract.assertKeptBy(part);
    return ok(whole);
  }

  private static HttpResponse<byte[]> ok(HttpResponse<byte[]> response) {
    Contract.assertKeptBy(response);
    assertThat(response.statusCode())
        .as(new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return response;
  }
}
