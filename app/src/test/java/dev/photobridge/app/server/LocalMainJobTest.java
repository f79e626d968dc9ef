package dev.photobridge.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The main job, end to end: the recorded request goes in, a processed photo comes out.
class LocalMainJobTest {
  /// Refusing them is right, and so is taking them (`photos/README.md`): nothing in their bytes or
  /// size forbids it.
  private static final Set<String> HARMLESS_ENOUGH =
      Set.of(
          "corrupt-entropy.jpg",
          "trailing-garbage.jpg",
          "polyglot-zip-appended.jpg",
          "polyglot-html-comment.jpg",
          "exif-markup.jpg",
          "exif-ifd-loop.jpg",
          "exif-huge-count.jpg",
          "icc-garbage.jpg",
          "wrong-extension-png.jpg",
          "wrong-extension-jpeg.png");

  @TempDir private static Path dataDir;
  private static RunningServer server;
  private static HttpClient client;

  @BeforeAll
  static void startServer() {
    server = RunningServer.start(dataDir, Map.of());
    server.setUp(1, "local", "change_image", Map.of("effect", "black_and_white"));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stopServer() {
    client.close();
    server.close();
  }

  @Test
  void theRecordedRequestComesBackInBlackAndWhite() throws IOException, InterruptedException {
    HttpResponse<byte[]> response = sent(Photos.recorded());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("image/jpeg");
    Contract.assertKeptBy(response);
    BufferedImage image = decoded(response);
    assertThat(image.getWidth()).isEqualTo(900);
    assertThat(image.getHeight()).isEqualTo(500);
    assertThat(isGrey(image)).isTrue();
    assertThat(new String(response.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
  }

  @ParameterizedTest
  @CsvSource({
    "wrong-extension-svg.jpg, 415, not_an_image",
    "not-allowed.gif, 415, not_an_image",
    "truncated-60pct.jpg, 422, photo_truncated",
    "png-bomb-50000x50000.png, 422, photo_too_many_pixels",
    "empty.jpg, 400, file_empty",
  })
  void aHostileFileIsRefusedWithItsReason(String name, int status, String code)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response = sent(Photos.small(name));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .contains("\"code\":\"" + code + "\"");
    Contract.assertKeptBy(response);
  }

  @Test
  void everyPhotoOfARealCameraComesBackUpright() throws IOException, InterruptedException {
    for (String folder : new String[] {"real", "synthetic"}) {
      for (Path photo : Photos.shared(folder)) {
        HttpResponse<byte[]> response = sent(Files.readAllBytes(photo));
        Contract.assertKeptBy(response);
        if (photo.toString().toLowerCase(Locale.ROOT).endsWith(".heic")) {
          assertThat(response.statusCode()).as(photo.toString()).isEqualTo(415);
        } else {
          assertThat(response.statusCode()).as(photo.toString()).isEqualTo(200);
          if (photo.getFileName().toString().startsWith("orientation-")) {
            assertThat(decoded(response).getWidth()).as(photo.toString()).isEqualTo(1800);
          }
        }
      }
    }
  }

  @Test
  void noHostileFileBreaksTheServer() throws IOException, InterruptedException {
    for (Path photo : Photos.shared("hostile")) {
      HttpResponse<byte[]> response = sent(Files.readAllBytes(photo));
      Contract.assertKeptBy(response);
      if (HARMLESS_ENOUGH.contains(photo.getFileName().toString())) {
        assertThat(response.statusCode()).as(photo.toString()).isIn(200, 422);
      } else {
        assertThat(response.statusCode()).as(photo.toString()).isIn(400, 413, 415, 422);
      }
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownSlotAreRefused() throws IOException, InterruptedException {
    HttpResponse<byte[]> wrong =
        DslrRequest.of(Photos.recorded(), "123456").send(client, server.ingestLink(1));
    HttpResponse<byte[]> unknown =
        request(Photos.recorded()).send(client, server.uri("/ingest/slot-041"));
    HttpResponse<byte[]> free = request(Photos.recorded()).send(client, server.ingestLink(2));

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(free.statusCode()).isEqualTo(409);
    Contract.assertKeptBy(wrong);
    Contract.assertKeptBy(unknown);
    Contract.assertKeptBy(free);
  }

  private static DslrRequest request(byte[] photo) {
    return DslrRequest.of(photo, server.ingestPassword());
  }

  private static HttpResponse<byte[]> sent(byte[] photo) throws IOException, InterruptedException {
    return request(photo).send(client, server.ingestLink(1));
  }

  private static BufferedImage decoded(HttpResponse<byte[]> response) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(response.body()));
  }

  private static boolean isGrey(BufferedImage image) {
    for (int y = 0; y < image.getHeight(); y += 10) {
      for (int x = 0; x < image.getWidth(); x += 10) {
        int rgb = image.getRGB(x, y);
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        if (Math.abs(red - green) > 3 || Math.abs(green - blue) > 3) {
          return false;
        }
      }
    }
    return true;
  }
}
