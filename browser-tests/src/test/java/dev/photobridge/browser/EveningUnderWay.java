package dev.photobridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.app.testing.FakeGemini;
import dev.photobridge.app.testing.Operator;
import dev.photobridge.app.testing.Photos;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Fills a server with what an evening leaves: slots that are set up, photos that came out well,
/// late and not at all.
final class EveningUnderWay {
  /// Of the slot that has everything.
  static final String BUSY_SLOT = "slot-001";

  private static final int SHORT_SEC = 3;
  private static final int LATE_MILLIS = 4_000;
  private static final String NO_IMAGE =
      """
      {"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},
       "usageMetadata":{"promptTokenCount":300,"totalTokenCount":300}}
      """;

  private EveningUnderWay() {}

  /// A server in the middle of an evening.
  static BridgeUnderTest start() throws IOException, InterruptedException {
    var bridge = BridgeUnderTest.start(Map.of("T_SYNC_RESPONSE_SEC", String.valueOf(SHORT_SEC)));
    boolean ready = false;
    try {
      setUp(bridge.operator());
      photos(bridge);
      ready = true;
      return bridge;
    } finally {
      if (!ready) {
        bridge.close();
      }
    }
  }

  private static void setUp(Operator operator) throws IOException, InterruptedException {
    String image = operator.register(Photos.recorded());
    save(
        operator,
        1,
        "Fashion Studio",
        "gemini",
        "style_transfer",
        """
        {"reference_media_id": "%s", "prompt": "In the style of a fashion magazine of the sixties",
         "output": {"format": "jpeg", "quality": 92}}
        """
            .formatted(image));
    save(operator, 2, "Film noir", "local", "change_image", "{\"effect\": \"noir\"}");
    save(
        operator,
        3,
        "The guest as a comic hero",
        "gemini",
        "change_image",
        "{\"prompt\": \"Make {survey1|the guest} a comic hero\"}");
    save(
        operator,
        4,
        "Polaroid at the entrance",
        "openai",
        "change_image",
        "{\"prompt\": \"A polaroid\"}");
    save(operator, 5, "Sepia", "local", "change_image", "{\"effect\": \"sepia\"}");
  }

  private static void save(
      Operator operator, int slot, String name, String provider, String operation, String settings)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        operator.put(
            "/api/slots/slot-%03d".formatted(slot),
            """
            {"name": "%s", "provider_id": "%s", "operation_id": "%s", "settings_json": %s,
             "join_duplicates": false}
            """
                .formatted(name, provider, operation, settings));
    assertThat(response.statusCode())
        .as(new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
  }

  /// The late one comes first: as long as nothing is known of Gemini's times, no photo is refused
  /// for them.
  private static void photos(BridgeUnderTest bridge) throws IOException, InterruptedException {
    FakeGemini gemini = bridge.gemini();
    gemini.answers(FakeGemini.image(Photos.recorded()).withFixedDelay(LATE_MILLIS));
    assertThat(bridge.boothSends(1).statusCode()).isEqualTo(504);
    bridge.operator().put("/api/settings/sync_timeout", "{\"sync_timeout_sec\": 48}");
    gemini.answers(FakeGemini.json(NO_IMAGE));
    bridge.boothSends(3);
    gemini.answers(FakeGemini.image(Photos.recorded()));
    for (int slot : new int[] {1, 2, 2, 5, 1, 4, 5}) {
      bridge.boothSends(slot);
    }
  }
}
