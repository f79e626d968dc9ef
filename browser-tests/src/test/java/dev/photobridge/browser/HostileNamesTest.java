package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Names are text, whatever stands in them.
@InChromium
class HostileNamesTest {
  private static final String MARKUP =
      "\"><img src=x onerror=console.error(1)><script>console.error(2)</script>${7*7}{{7*7}}";
  private static final String EMOJI = "🎉".repeat(60);

  @Test
  void aNameOfASlotIsShownAsItWasTyped(Visitors visitors) throws Exception {
    BridgeUnderTest bridge = visitors.ownBridge();
    name(bridge, 1, MARKUP);
    name(bridge, 2, EMOJI);
    bridge.boothSends(1);
    bridge.boothSends(2);
    Visitor visitor = visitors.at(bridge.uri("")).with(Look.USUAL).signIn(bridge.first());

    for (String path :
        List.of("/", "/slots/slot-001", "/jobs", "/statistics", "/statistics/slot-001/reset")) {
      visitor.open(path);
      assertThat(visitor.page().locator("main")).containsText(MARKUP);
      assertThat(visitor.page().locator("img[src=x]")).hasCount(0);
    }
    for (String path : List.of("/", "/slots/slot-002", "/jobs", "/statistics")) {
      visitor.open(path).assertFitsItsWidth();
      assertThat(visitor.page().locator("main")).containsText(EMOJI);
    }
  }

  private static void name(BridgeUnderTest bridge, int slot, String name) throws Exception {
    var update =
        Map.of(
            "name",
            name,
            "provider_id",
            "local",
            "operation_id",
            "change_image",
            "settings_json",
            Map.of("effect", "sepia"));
    assertThat(
            bridge
                .operator()
                .put(
                    "/api/slots/slot-%03d".formatted(slot),
                    new ObjectMapper().writeValueAsString(update))
                .statusCode())
        .isEqualTo(200);
  }
}
