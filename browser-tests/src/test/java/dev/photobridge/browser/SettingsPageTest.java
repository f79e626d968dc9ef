package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for the whole installation, saved in place.
@InChromium
class SettingsPageTest {
  private static final String KEY = "a-key-that-nobody-has-4711";

  @ParameterizedTest
  @MethodSource("dev.photobridge.browser.Look#unlike")
  void isAccessibleAndFitsWhateverItIsSeenAs(Look look, Visitors visitors, BridgeUnderTest bridge) {
    Visitor visitor = visitors.with(look).signIn(bridge.first()).open("/settings");
    visitor.assertAccessible().assertFitsItsWidth().screenshot("settings");

    visitor.page().locator("#password-summary").click();
    visitor.assertAccessible().assertFitsItsWidth();
  }

  @Test
  void aKeyIsSetTestedAndRemovedAndNeverShownAgain(Visitor visitor, BridgeUnderTest bridge) {
    Page page = visitor.signIn(bridge.first()).open("/settings").page();
    Locator key = page.locator("#key-turbotext");

    page.locator("#key-turbotext-new").fill(KEY);
    page.locator("#key-turbotext-save").click();
    assertThat(key).containsText("••••4711");
    assertThat(key.locator(".saved")).containsText("Сохранено");
    assertThat(page.locator("#key-turbotext-save")).isFocused();
    assertThat(page.content()).doesNotContain(KEY);
    assertThat(page.locator("#changes li").first()).containsText("задан ключ провайдера");
    visitor.assertAccessible();

    page.locator("#key-turbotext-remove").click();
    assertThat(page.locator("#confirm")).containsText("Turbotext ••••4711");
    assertThat(page.locator("#confirm").getByText("Отмена")).isFocused();
    visitor.assertAccessible();
    page.locator("#confirm button").click();
    assertThat(key).not().containsText("4711");
    assertThat(page.locator("#confirm")).isHidden();
    visitor.assertFocusIsSomewhere();
  }

  @Test
  void aKeyIsTestedInPlace(Visitor visitor, BridgeUnderTest bridge) {
    Page page = visitor.signIn(bridge.first()).open("/settings").page();

    page.locator("#key-gemini-test").click();

    assertThat(page.locator("#key-gemini .message")).isVisible();
    assertThat(page.locator("#key-gemini-test")).isFocused();
    visitor.assertAccessible();
  }

  @Test
  void aPasswordIsRefusedUntilWhatFollowsIsUnderstood(Visitor visitor, BridgeUnderTest bridge) {
    Page page =
        visitor.expect(422, "/settings/password").signIn(bridge.first()).open("/settings").page();
    String before = page.locator("#ingest-password").inputValue();

    page.locator("#password-summary").click();
    page.locator("#password-generate").click();
    assertThat(page.locator("#new-password-error")).containsText("фотобудках");
    assertThat(page.locator("#password-change")).hasAttribute("open", "");
    assertThat(page.locator("#ingest-password")).hasValue(before);
    visitor.assertAccessible();

    page.locator("#new-password").fill(before);
    page.locator("#password input[type=checkbox]").check();
    page.locator("#password-set").click();
    assertThat(page.locator("#password > .saved")).containsText("Пароль сменён");
    page.locator("[data-reveal=ingest-password]").click();
    assertThat(page.locator("#ingest-password")).hasAttribute("type", "text");
  }

  @Test
  void theCacheIsClearedAfterAQuestion(Visitor visitor, BridgeUnderTest bridge) throws Exception {
    bridge
        .operator()
        .put(
            "/api/slots/slot-027",
            """
            {"name": "Photos to clear", "provider_id": "local", "operation_id": "change_image",
             "settings_json": {"effect": "sepia"}, "join_duplicates": false}
            """);
    assertThat(bridge.boothSends(27).statusCode()).isEqualTo(200);
    Page page = visitor.signIn(bridge.first()).open("/settings").page();

    page.locator("#cache-clear").click();
    assertThat(page.locator("#confirm")).containsText("Шаблоны слотов");
    page.locator("#confirm button").click();

    assertThat(page.locator("#cache .message")).containsText("Удалено");
    assertThat(page.locator("#changes li").first()).containsText("очищен мультимедиа кеш");
    visitor.assertFocusIsSomewhere();
  }
}
