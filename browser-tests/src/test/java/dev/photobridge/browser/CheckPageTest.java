package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One look before the event.
@InChromium
class CheckPageTest {
  @ParameterizedTest
  @MethodSource("dev.photobridge.browser.Look#unlike")
  void isAccessibleAndFitsWhateverItIsSeenAs(Look look, Visitors visitors, BridgeUnderTest bridge) {
    Visitor visitor = visitors.with(look).signIn(bridge.first()).open("/check");
    visitor.assertAccessible().assertFitsItsWidth();

    visitor.page().locator("#run-button").click();
    assertThat(visitor.page().locator(".verdict")).isVisible();
    visitor.assertAccessible().assertFitsItsWidth().screenshot("check");
  }

  @Test
  void showsThatItIsAtWorkAndCanBeRunAgain(Visitor visitor, BridgeUnderTest bridge) {
    Page page = visitor.signIn(bridge.first()).open("/check").page();

    page.locator("#run-button").click();
    assertThat(page.locator(".verdict h2")).not().isEmpty();
    assertThat(page.locator("#progress")).isHidden();
    assertThat(page.locator("#status")).containsText(Pattern.compile("Проверка закончена: .+"));
    assertThat(page.locator("#run-button")).isFocused();
    assertThat(page.locator("#run-button")).isEnabled();

    page.evaluate("() => document.querySelector('.verdict').remove()");
    page.keyboard().press("Enter");
    assertThat(page.locator(".verdict h2")).not().isEmpty();
  }
}
