package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Copying a link over plain http from another machine, where browsers have no clipboard for pages.
@InChromium
class CopyTest {
  private BridgeUnderTest bridge;
  private Visitors visitors;

  @BeforeEach
  void start(Visitors visitors) throws Exception {
    bridge = visitors.ownBridge();
    bridge.server().setUp(1, "local", "change_image", Map.of("effect", "sepia"));
    this.visitors = visitors.at(ChromiumBrowser.asSeenFromTheLan(bridge.uri("")));
  }

  @Test
  void theOldWayDoes() {
    Visitor visitor = visitors.with(Look.USUAL).open("/").signInByForm(bridge.first());
    assertThat(visitor.page().evaluate("() => 'clipboard' in navigator")).isEqualTo(false);
    Locator row = visitor.page().locator("li:has(> div > a[href='/slots/slot-001'])");

    row.locator("[data-copy]").click();

    assertThat(row.locator("[data-copy]")).hasText(Pattern.compile("✓"));
    assertThat(row.locator("[data-copy]")).isFocused();
    pastedIsTheLink(visitor, row);
  }

  private static void pastedIsTheLink(Visitor visitor, Locator row) {
    Locator search = visitor.page().locator("input[type=search]");
    search.focus();
    visitor.press("Control+V");
    assertThat(search).hasValue(row.locator("input").inputValue());
  }

  @Test
  void whereNothingDoesTheLinkIsMarkedAndTheKeysAreSaid() {
    Visitor visitor = visitors.with(Look.USUAL).open("/").signInByForm(bridge.first());
    visitor.page().evaluate("() => { document.execCommand = () => false; }");
    Locator row = visitor.page().locator("li:has(> div > a[href='/slots/slot-001'])");

    row.locator("[data-copy]").click();

    assertThat(row.locator("[data-copy]")).hasText(Pattern.compile("Ctrl\\+C"));
    visitor.press("Control+C");
    pastedIsTheLink(visitor, row);
  }
}
