package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Figures that follow the photos, and the question before a reset.
@InChromium
class StatisticsPageTest {
  private static final int SLOT = 28;
  private static final String RESET = "#reset-slot-028";

  @ParameterizedTest
  @MethodSource("dev.photobridge.browser.Look#unlike")
  void isAccessibleAndFitsWhateverItIsSeenAs(Look look, Visitors visitors, BridgeUnderTest bridge)
      throws Exception {
    usedSlot(bridge);
    Visitor visitor =
        visitors.with(look).signIn(bridge.first()).open("/statistics").assertAccessible();

    visitor.assertFitsItsWidth().screenshot("statistics");

    visitor.page().locator(RESET).click();
    assertThat(visitor.page().locator("#reset")).isVisible();
    visitor.assertAccessible();
  }

  @Test
  void aPhotoShowsByItself(Visitor visitor, BridgeUnderTest bridge) throws Exception {
    usedSlot(bridge);
    Page page = visitor.signIn(bridge.first()).open("/statistics").page();
    Locator photos = row(page).locator("td").nth(1);
    int before = Integer.parseInt(photos.textContent().strip());
    page.locator("#chart-table > summary").click();
    page.locator("#by-day").focus();

    bridge.boothSends(SLOT);

    assertThat(photos).hasText(String.valueOf(before + 1));
    assertThat(page.locator("#chart-table")).hasAttribute("open", "");
    assertThat(page.locator("#by-day")).isFocused();
  }

  @Test
  void aResetIsAskedForAndLeavesTheCounterOfAllTime(Visitor visitor, BridgeUnderTest bridge)
      throws Exception {
    usedSlot(bridge);
    Page page = visitor.signIn(bridge.first()).open("/statistics").page();
    String allTime = row(page).locator("td").nth(7).textContent();

    page.locator(RESET).click();
    Locator dialog = page.locator("#reset");
    assertThat(dialog).containsText("Слот 28 «Photos to count»");
    assertThat(dialog.getByText("Отмена")).isFocused();
    page.keyboard().press("Enter");
    assertThat(dialog).isHidden();

    page.locator(RESET).click();
    dialog.locator("button").click();
    assertThat(page.locator(".toast")).containsText("Статистика сброшена: Слот 28");
    assertThat(dialog).isHidden();
    assertThat(row(page).locator("td").first()).hasText("0");
    assertThat(row(page).locator("td").nth(7)).hasText(allTime);
    assertThat(page.locator(RESET)).isFocused();
  }

  @Test
  void periodsAndOrderAreInTheAddressAndKeepTheFocus(Visitor visitor, BridgeUnderTest bridge)
      throws Exception {
    usedSlot(bridge);
    Page page = visitor.signIn(bridge.first()).open("/statistics").page();

    page.locator("#by-hour").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#by-hour")).hasAttribute("aria-current", "true");
    assertThat(page.locator("#by-hour")).isFocused();
    page.locator("#sort-spent").click();

    assertThat(page).hasURL(Pattern.compile("by=hour&sort=spent&order=desc$"));
    assertThat(page.locator(".column-spent")).hasAttribute("aria-sort", "descending");
    page.goBack();
    assertThat(page.locator(".column-runs")).hasAttribute("aria-sort", "descending");
  }

  @Test
  void howLongBoothsWaitIsSavedInPlaceAndARefusalStandsAtTheField(
      Visitor visitor, BridgeUnderTest bridge) throws Exception {
    Page page =
        visitor
            .expect(422, "/settings/sync-timeout")
            .signIn(bridge.first())
            .open("/statistics")
            .page();
    Locator field = page.locator("#timeout-seconds");
    String before = field.inputValue();

    field.fill("77");
    page.locator("#timeout-save").click();
    assertThat(page.locator("#timeout .saved")).containsText("Сохранено");
    page.locator("#timeout").evaluate("form => { form.noValidate = true; }");
    field.fill("5");
    page.locator("#timeout-save").click();
    assertThat(page.locator("#timeout-error")).not().isEmpty();
    assertThat(field).hasAttribute("aria-invalid", "true");
    assertThat(field).hasValue("5");
    visitor.assertAccessible();

    bridge
        .operator()
        .put("/api/settings/sync_timeout", "{\"sync_timeout_sec\": %s}".formatted(before));
  }

  @Test
  void thePasswordOfBoothsIsShownWhenAskedFor(Visitor visitor, BridgeUnderTest bridge) {
    Page page = visitor.signIn(bridge.first()).open("/statistics").page();
    Locator password = page.locator("#ingest-password");

    assertThat(password).hasAttribute("type", "password");
    page.locator("[data-reveal=ingest-password]").click();

    assertThat(password).hasAttribute("type", "text");
    assertThat(password).hasValue(bridge.server().ingestPassword());
  }

  private static Locator row(Page page) {
    return page.locator("tr", new Page.LocatorOptions().setHas(page.locator("#slot-slot-028")));
  }

  /// A slot to which a photo has come.
  private static void usedSlot(BridgeUnderTest bridge) throws IOException, InterruptedException {
    bridge
        .operator()
        .put(
            "/api/slots/slot-028",
            """
            {"name": "Photos to count", "provider_id": "local", "operation_id": "change_image",
             "settings_json": {"effect": "noir"}, "join_duplicates": false}
            """);
    assertThat(bridge.boothSends(SLOT).statusCode()).isEqualTo(200);
  }
}
