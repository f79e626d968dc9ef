package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The session ends while somebody types.
@InChromium
class SessionEndTest {
  private static final String TYPED = "Typed before the session ended";

  private BridgeUnderTest bridge;
  private Visitor visitor;
  private Page page;

  @BeforeEach
  void typeAndLoseTheSession(Visitors visitors) throws IOException {
    bridge = visitors.ownBridge();
    bridge.server().setUp(1, "local", "change_image", Map.of("effect", "sepia"));
    visitor = visitors.at(bridge.uri("")).with(Look.USUAL).signIn(bridge.first());
    page = visitor.open("/slots/slot-001").page();
    page.locator("#field-name").fill(TYPED);
    page.context().clearCookies();
    visitor.expect(401, "/");
  }

  private Locator dialog() {
    return page.locator("#session-dialog");
  }

  @Test
  void onePasswordLaterEverythingGoesOn() {
    page.locator("#slot-save").click();
    assertThat(dialog()).isVisible();
    assertThat(page.locator("#session-dialog-password")).isFocused();
    visitor.assertAccessible().screenshot("session-over");

    page.keyboard().type(bridge.first().password());
    visitor.press("Enter");

    assertThat(dialog()).isHidden();
    assertThat(page.locator("#slot-title")).containsText(TYPED);
    assertThat(page.locator("[data-when-saved]")).isVisible();
    visitor.open("/");
    assertThat(page.locator("main")).containsText(TYPED);
  }

  @Test
  void aWrongPasswordIsSaidAndNothingIsLost() {
    page.locator("#slot-save").click();
    page.locator("#session-dialog-password").fill("not the password");
    visitor.press("Enter");

    assertThat(page.locator("#session-dialog-error")).not().isEmpty();
    assertThat(dialog()).isVisible();
    visitor.press("Escape");
    assertThat(dialog()).isHidden();
    assertThat(page.locator("#field-name")).hasValue(TYPED);
    visitor.assertFocusIsSomewhere();
  }
}
