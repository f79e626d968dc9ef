package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The first page that anybody sees.
@InChromium
class SignInPageTest {
  @ParameterizedTest
  @MethodSource("dev.photobridge.browser.Look#all")
  void isAccessibleAndFitsWhateverItIsSeenAs(Look look, Visitors visitors) {
    visitors
        .with(look)
        .open("/sign-in")
        .assertAccessible()
        .assertFitsItsWidth()
        .screenshot("sign-in");
  }

  @Test
  void leadsToTheMainPageAndBackOut(Visitor visitor, BridgeUnderTest bridge) {
    visitor.open("/sign-in").signInByForm(bridge.first());
    assertThat(visitor.page()).hasURL(bridge.uri("/").toString());

    visitor.page().locator("form[action='/sign-out'] button").click();

    assertThat(visitor.page().locator("input[name=password]")).isVisible();
    visitor.open("/");
    assertThat(visitor.page().locator("input[name=password]")).isVisible();
  }

  @Test
  void leadsToThePageThatWasAskedFor(Visitor visitor, BridgeUnderTest bridge) {
    visitor.open("/statistics").signInByForm(bridge.first());

    assertThat(visitor.page()).hasURL(bridge.uri("/statistics").toString());
  }

  @Test
  void aWrongPasswordIsSaidAndTheNameStays(Visitor visitor, BridgeUnderTest bridge) {
    visitor.expect(401, "/sign-in").open("/sign-in");
    var form = visitor.page().locator("main form");
    form.locator("input[name=username]").fill(bridge.second().name());
    form.locator("input[name=password]").fill("not the password");
    form.locator("input[name=password]").press("Enter");

    assertThat(form.getByRole(AriaRole.ALERT)).isVisible();
    assertThat(form.locator("input[name=username]")).hasValue(bridge.second().name());
    assertThat(form.locator("input[name=password]")).hasValue("");
    assertThat(form.locator("input[name=password]")).isFocused();
    visitor.assertAccessible().screenshot("sign-in-refused");
  }
}
