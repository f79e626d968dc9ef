package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What surrounds every page: menu, language, theme, keys.
@InChromium
class FrameTest {
  private Visitor visitor;

  @BeforeEach
  void open(Visitor visitor, BridgeUnderTest bridge) {
    this.visitor = visitor.signIn(bridge.first()).open("/jobs");
  }

  private Locator html() {
    return visitor.page().locator("html");
  }

  private Locator choice(String name) {
    return visitor.page().locator(".preferences button[%s]".formatted(name));
  }

  private void openPreferences() {
    visitor.page().locator(".preferences summary").click();
  }

  @Test
  void anotherLanguageStaysOnThePageAndOnOtherPages() {
    assertThat(html()).hasAttribute("lang", "ru");

    openPreferences();
    choice("value=en").click();

    assertThat(html()).hasAttribute("lang", "en");
    assertThat(visitor.page()).hasURL(Pattern.compile(".*/jobs$"));
    visitor.open("/statistics");
    assertThat(html()).hasAttribute("lang", "en");
  }

  @Test
  void anotherThemeIsThereAtOnceAndStays() {
    openPreferences();
    choice("value=dark").click();

    assertThat(html()).hasAttribute("data-theme", "dark");
    visitor.open("/statistics");
    assertThat(html()).hasAttribute("data-theme", "dark");
    assertThat(html()).hasCSS("color-scheme", "dark");
  }

  @Test
  void theListOfKeysOpensAndGivesTheFocusBack() {
    Locator link = visitor.page().locator("header nav a").first();
    link.focus();

    visitor.press("?");

    Locator dialog = visitor.page().getByRole(AriaRole.DIALOG);
    assertThat(dialog).isVisible();
    visitor.assertAccessible().assertFocusIsSomewhere();
    visitor.press("Escape");
    assertThat(dialog).isHidden();
    assertThat(link).isFocused();
  }

  @Test
  void aPageIsReachedByTwoKeys(BridgeUnderTest bridge) {
    visitor.press("g").press("s");

    assertThat(visitor.page()).hasURL(bridge.uri("/statistics").toString());
  }

  @Test
  void theFirstTabLeadsPastTheMenu() {
    visitor.press("Tab");
    assertThat(visitor.page().locator(".skip-link")).isFocused();

    visitor.press("Enter");

    assertThat(visitor.page().locator("#main")).isFocused();
  }

  @Test
  void thePageThatIsOpenIsMarkedInTheMenu() {
    assertThat(visitor.page().locator("header nav a[aria-current=page]"))
        .hasAttribute("href", "/jobs");
  }
}
