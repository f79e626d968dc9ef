package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What works before scripts are loaded, or where none run.
@InChromium
class WithoutScriptsTest {
  private static Visitor signedIn(Visitors visitors, BridgeUnderTest bridge) {
    return visitors
        .with(Look.USUAL, options -> options.setJavaScriptEnabled(false))
        .open("/sign-in")
        .signInByForm(bridge.first());
  }

  @Test
  void allPagesAreThere(Visitors visitors, BridgeUnderTest bridge) {
    Visitor visitor = signedIn(visitors, bridge);

    for (String page :
        List.of("/", "/slots/slot-001", "/jobs", "/statistics", "/settings", "/check", "/docs")) {
      visitor.open(page);
      assertThat(visitor.page().locator("main h1")).isVisible();
    }
  }

  @Test
  void aSlotIsSearchedFor(Visitors visitors, BridgeUnderTest bridge) {
    Visitor visitor = signedIn(visitors, bridge).open("/");

    Locator search = visitor.page().locator("input[type=search]");
    search.fill("038");
    search.press("Enter");

    assertThat(visitor.page().locator("main a[href='/slots/slot-038']").first()).isVisible();
    assertThat(visitor.page().locator("main a[href='/slots/slot-002']")).hasCount(0);
    assertThat(visitor.page().locator("input[type=search]")).hasValue("038");
  }
}
