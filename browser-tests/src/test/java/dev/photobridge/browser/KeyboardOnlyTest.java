package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.photobridge.app.testing.Photos;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The way from signing in to a copied link, without a mouse.
@InChromium
class KeyboardOnlyTest {
  private BridgeUnderTest bridge;
  private Visitor operator;
  private Page page;

  @BeforeEach
  void begin(Visitors visitors) throws IOException {
    bridge = visitors.ownBridge();
    operator =
        visitors
            .at(bridge.uri(""))
            .with(
                new Look(Look.Language.EN, Look.Theme.DARK, Look.DESKTOP),
                options -> options.setPermissions(List.of("clipboard-read", "clipboard-write")));
    page = operator.page();
    // a listener that stays, as the first key would else come before Chromium knows of one
    page.onFileChooser(_ -> {});
  }

  @Test
  void aSlotIsSetUpTriedOutAndItsLinkCopied() throws IOException {
    operator.open("/");
    page.keyboard().type(bridge.first().name());
    operator.press("Tab");
    page.keyboard().type(bridge.first().password());
    operator.press("Enter");

    tabTo("main .empty a[href='/slots/slot-001']").press("Enter");
    tabTo("#field-name");
    page.keyboard().type("Fashion Studio");
    tabTo("#field-setup-provider");
    choose("Gemini");
    tabTo("#field-setup-operation");
    choose("Style");
    upload("reference_media_id");
    tabTo("textarea[name$='.prompt'] >> nth=0");
    page.keyboard().type("In the style of a fashion magazine");
    tabTo("input[name='test.photo.used'][type=checkbox]").press("Space");
    upload("test.photo");

    tabTo("#slot-test").press("Enter");
    assertThat(page.locator("[data-test=done]")).isVisible();
    operator.assertFocusIsSomewhere();

    operator.press("Control+s");
    assertThat(page.locator("[data-when-saved]")).isVisible();
    operator.assertFocusIsSomewhere();

    tabTo(".slot-bar .copy").press("Enter");
    assertThat(page.locator(".slot-bar .copy")).isFocused();
    assertThat(String.valueOf(page.evaluate("() => navigator.clipboard.readText()")))
        .endsWith("/slot-001");
  }

  private Visitor tabTo(String selector) {
    return operator.tabTo(page.locator(selector));
  }

  /// By its first letters, as selects do; what is drawn anew then leaves the focus where it was.
  private void choose(String option) {
    page.keyboard().type(option);
    String focused = operator.settle().assertFocusIsSomewhere();
    assertThat(focused).as("the focus stays").contains("<select");
  }

  private void upload(String setting) throws IOException {
    String zone = "[data-zone]:has(input[name$='%s'])".formatted(setting);
    Locator input = page.locator(zone + " input[type=file]");
    operator.tabTo(input);
    FileChooser chooser = page.waitForFileChooser(() -> operator.press("Enter"));
    chooser.setFiles(new FilePayload("photo.jpg", "image/jpeg", Photos.recorded()));
    assertThat(page.locator(zone + " [data-zone-value]")).hasValue(Pattern.compile(".+"));
    operator.assertFocusIsSomewhere();
  }
}
