package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The server goes away and comes back while pages are open.
@InChromium
class LostServerTest {
  private static final double LONGEST_MILLIS = 40_000;

  private BridgeUnderTest bridge;

  @BeforeEach
  void start(Visitors visitors) throws IOException {
    bridge = visitors.ownBridge();
    bridge.server().setUp(1, "local", "change_image", Map.of("effect", "sepia"));
  }

  @Test
  void thePageSaysSoAndGoesOnOnceTheServerIsBack(Visitors visitors) throws Exception {
    Visitor visitor = visitors.at(bridge.uri("")).with(Look.USUAL).signIn(bridge.first());
    visitor.open("/jobs");
    Locator banner = visitor.page().locator("#connection");
    assertThat(banner).isHidden();

    visitor.expect(503, "/health/live").expectOutage(true);
    bridge.stopServer();
    assertThat(banner).isVisible(new IsVisibleOptions().setTimeout(LONGEST_MILLIS));
    assertThat(banner.locator("button")).isVisible();
    visitor.screenshot("jobs-server-gone").assertAccessible();

    bridge.startServer();
    assertThat(banner).isHidden(new IsHiddenOptions().setTimeout(LONGEST_MILLIS));
    visitor.expectOutage(false);

    bridge.boothSends(1);
    assertThat(visitor.page().locator(".job")).isVisible();
  }
}
