package dev.photobridge.app.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.persistence.Database;
import dev.photobridge.adapter.persistence.DatabaseOpening;
import dev.photobridge.adapter.persistence.DatabaseSettings;
import dev.photobridge.app.testing.CameraPhoto;
import dev.photobridge.app.testing.Contract;
import dev.photobridge.app.testing.DslrRequest;
import dev.photobridge.app.testing.FakeTurbotext;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.OwnPostgres;
import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import dev.photobridge.app.testing.TurbotextCatalogue;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job with Turbotext, whose part a stand-in plays: it fetches the photos from this
/// server, and lets itself be asked or reports the result.
class TurbotextMainJobTest {
  private static final int REPORTING = 5;
  private static final Map<String, Object> AS_SMALL_PNG =
      Map.of("format", "png", "max_side_px", 300);

  @TempDir private static Path folder;
  private static FakeTurbotext turbotext;
  private static OwnPostgres postgres;
  private static @Nullable Database database;
  private static HttpClient client;

  @BeforeAll
  static void start() throws IOException {
    turbotext = new FakeTurbotext(Photos.recorded(), 2);
    postgres = new OwnPostgres(folder.resolve("postgres"));
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() throws IOException {
    if (database != null) {
      database.close();
    }
    client.close();
    postgres.close();
    turbotext.close();
  }

  private static RunningServer server(String webhook) throws IOException {
    Path catalogue =
        TurbotextCatalogue.write(
            folder.resolve("webhook-" + webhook + ".json"),
            Map.of(
                "webhook", webhook,
                "ask_by_asyncid", "false",
                "poll_after_sec", "0.2",
                "webhook_check_sec", "1"));
    var keys = new HashMap<>(turbotext.keys());
    keys.putAll(postgres.keys());
    keys.put("PROVIDERS_FILE", catalogue.toString());
    keys.put("T_SYNC_RESPONSE_SEC", "45");
    return RunningServer.start(folder.resolve("data"), keys);
  }

  @Test
  void eachOperationBringsTheImageWhetherAskedForOrReported() throws Exception {
    try (RunningServer server = server("false")) {
      var operator = Operator.signedIn(server, client);
      String template = operator.register(template());
      assertMade(
          server,
          1,
          "style_transfer",
          Map.of("reference_media_id", template, "prompt", "Как Ван Гог"),
          Map.of("url_image_target", 900, "url", 64),
          "mix_images");
      assertMade(
          server,
          2,
          "change_image",
          Map.of("prompt", "Сделай комикс", "strength", 40),
          Map.of("url", 900),
          "generate_image2image");
      assertMade(
          server,
          3,
          "face_swap",
          Map.of("template_media_id", template, "direction", "guest_to_template"),
          Map.of("url", 64, "url_image_target", 900),
          "deepfake_photo");
      assertMade(
          server,
          4,
          "replace_object",
          Map.of("object", "бокал", "replacement", "букет"),
          Map.of("url_image_target", 900),
          "swap_things");
      assertThat(turbotext.questions()).as("not ready twice").isEqualTo(3);
    }
    try (RunningServer server = server("true")) {
      assertMade(
          server,
          REPORTING,
          "change_image",
          Map.of("prompt", "Сделай комикс"),
          Map.of("url", 900),
          "generate_image2image");
      assertThat(turbotext.questions()).as("nobody asked").isZero();
      assertThat(turbotext.reports()).containsExactly(204);
    }
  }

  /// Posts a photo as the booth does, and looks at all that comes of it.
  ///
  /// @param heights of the photos that Turbotext got, by field
  private static void assertMade(
      RunningServer server,
      int slot,
      String operation,
      Map<String, Object> settings,
      Map<String, Integer> heights,
      String method)
      throws Exception {
    var all = new HashMap<>(settings);
    all.put("output", AS_SMALL_PNG);
    server.setUp(slot, "turbotext", operation, all);

    HttpResponse<byte[]> response =
        DslrRequest.of(CameraPhoto.of(Photos.recorded()), server.ingestPassword())
            .send(client, server.ingestLink(slot));

    assertThat(response.statusCode()).as(operation).isEqualTo(200);
    Contract.assertKeptBy(response);
    assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
    BufferedImage result = ImageIO.read(new ByteArrayInputStream(response.body()));
    assertThat(result.getWidth()).isEqualTo(300);

    List<FakeTurbotext.Call> calls = turbotext.takeCalls();
    assertThat(calls).as("paid once").hasSize(1);
    FakeTurbotext.Call call = calls.getFirst();
    assertThat(call.method()).isEqualTo(method);
    assertShared(call, heights);
    assertLinksAreDead(call, heights);
    assertRecorded(server, response.headers().firstValue("X-Photobridge-Job").orElseThrow());
  }

  private static void assertShared(FakeTurbotext.Call call, Map<String, Integer> heights)
      throws IOException {
    assertThat(call.photos()).containsOnlyKeys(heights.keySet());
    for (var photo : call.photos().entrySet()) {
      assertThat(photo.getValue())
          .asString(ISO_8859_1)
          .doesNotContain(CameraPhoto.OWNER)
          .doesNotContain("Exif");
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo.getValue()));
      assertThat(image.getHeight()).as(photo.getKey()).isEqualTo(heights.get(photo.getKey()));
    }
  }

  private static void assertLinksAreDead(FakeTurbotext.Call call, Map<String, Integer> heights) {
    for (String field : heights.keySet()) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> turbotext.fetch(call.form().get(field)).statusCode() == 404);
    }
  }

  private static void assertRecorded(RunningServer server, String job) throws Exception {
    JsonNode row = Operator.signedIn(server, client).getJson("/api/jobs/" + job);
    assertThat(row.path("state").textValue()).isEqualTo("SUCCEEDED");
    assertThat(row.path("attempts").intValue()).isEqualTo(1);
    assertThat(row.path("cost_usd").decimalValue()).isEqualByComparingTo("0.05");
    List<String> attempts =
        opened()
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "SELECT number || ' ' || provider_id || ' ' || outcome || ' ' || cost"
                                + " FROM attempt WHERE job_id = CAST(:job AS uuid)")
                        .bind("job", job)
                        .mapTo(String.class)
                        .list());
    assertThat(attempts).containsExactly("1 turbotext DELIVERED 0.050000");
  }

  private static Database opened() {
    if (database == null) {
      var settings = new DatabaseSettings(postgres.url(), "postgres", "");
      database = ((DatabaseOpening.Opened) Database.open(settings)).database();
    }
    return database;
  }

  /// 100 by 64 pixels.
  private static byte[] template() throws IOException {
    var png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(100, 64, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }
}
