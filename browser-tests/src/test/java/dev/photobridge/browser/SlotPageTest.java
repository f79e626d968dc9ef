package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.photobridge.app.testing.Photos;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The page on which a slot is set up and tried out.
@InChromium
class SlotPageTest {
  private static final String PUT_FILE =
      """
      ([selector, name, type, base64]) => {
        const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], name, { type }));
        const target = document.querySelector(selector);
        const event = selector === 'body'
          ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
        target.dispatchEvent(event);
        return event.defaultPrevented;
      }
      """;

  @ParameterizedTest
  @MethodSource("dev.photobridge.browser.Look#unlike")
  void isAccessibleAndFitsWhateverItIsSeenAs(Look look, Visitors visitors, BridgeUnderTest bridge)
      throws Exception {
    setUp(bridge, 30, "Fashion Studio", "sepia");
    Visitor visitor = visitors.with(look).signIn(bridge.first()).open("/slots/slot-030");
    Page page = visitor.page();
    page.locator("#field-setup-provider").selectOption("gemini");
    page.locator("#field-setup-settings-prompt").fill("Нарисуй акварелью, {name|гость} узнаваем");

    visitor.assertFitsItsWidth();
    assertAccessibleAsAWhole(visitor);
    visitor.screenshot("slot");
  }

  @Test
  void aSlotIsSetUpSavedAndTriedOut(Visitor visitor, BridgeUnderTest bridge) throws Exception {
    Page page = open(visitor, bridge, 31);
    page.locator("#field-setup-provider").selectOption("local");
    page.locator("#field-setup-settings-effect").selectOption("noir");
    page.locator("#field-name").fill("Нуар \"><img src=x>");
    page.keyboard().press("Control+s");
    assertThat(page.locator(".message-ok")).isVisible();
    assertThat(page.locator("h1")).hasText("Слот 31 · Нуар \"><img src=x>");
    assertThat(page.locator("[data-when-unsaved]")).isHidden();

    choose(page, "#field-test-photo", photo());
    page.locator("#slot-test").click();
    assertThat(page.locator("#test-title")).isFocused();
    assertThat(page.locator("[data-test=done]")).isVisible();
    Locator range = page.locator("[data-compare-range]");
    assertThat(range).isVisible();
    range.press("End");
    assertThat((String) page.locator("[data-compare]").evaluate("e => e.style.cssText"))
        .contains("100%");
    assertThat(page.locator(".test-facts")).containsText("Цена");
    assertThat(page).hasTitle(Pattern.compile("^✓ Готово.*"));
    assertThat(page.locator("[data-when-unsaved]")).isHidden();
    assertAccessibleAsAWhole(visitor);
    visitor.screenshot("slot-tested");
  }

  @Test
  void everyOperationOfEveryProviderHasAForm(Visitor visitor, BridgeUnderTest bridge) {
    Page page = open(visitor, bridge, 32);
    Locator provider = page.locator("#field-setup-provider");
    int drawn = 0;
    for (String one : List.of("gemini", "turbotext", "openai", "local")) {
      choose(page, provider, one);
      for (String operation : values(page.locator("#field-setup-operation"))) {
        choose(page, page.locator("#field-setup-operation"), operation);
        assertThat(page.locator("[name='setup.drawn']")).hasValue(one + "/" + operation);
        assertThat(page.locator("#field-setup-operation")).isFocused();
        assertThat(page.locator("#part-setup .fields").nth(1)).isVisible();
        drawn++;
      }
    }
    assertThat(drawn).isEqualTo(22);
  }

  @Test
  void theTypedPromptSurvivesAnotherProvider(Visitor visitor, BridgeUnderTest bridge) {
    Page page = open(visitor, bridge, 32);
    choose(page, page.locator("#field-setup-provider"), "gemini");
    choose(page, page.locator("#field-setup-operation"), "change_image");
    Locator prompt = page.locator("#field-setup-settings-prompt");
    prompt.fill("Комикс");
    page.locator("[data-places='field-setup-settings-prompt'] summary").click();
    page.locator("[data-places='field-setup-settings-prompt'] [data-insert='{name}']").click();
    assertThat(prompt).hasValue("Комикс{name}");
    assertThat(prompt).isFocused();
    assertThat(page.locator("[data-count='field-setup-settings-prompt']")).hasText("12 из 2000");

    choose(page, page.locator("#field-setup-provider"), "openai");
    assertThat(page.locator("#field-setup-provider")).isFocused();
    assertThat(prompt).hasValue("Комикс{name}");
  }

  @Test
  void aWrongFileIsExplainedAtItsZoneAndAnImageCanBeTakenOut(
      Visitor visitor, BridgeUnderTest bridge) throws IOException {
    Page page = open(visitor.expect(415, "/api/media/register"), bridge, 32);
    Locator error = page.locator("#field-test-photo-error");
    choose(page, "#field-test-photo", new FilePayload("a.gif", "image/gif", new byte[] {1, 2}));
    assertThat(error).containsText("image/gif");
    choose(
        page,
        "#field-test-photo",
        new FilePayload("a.jpg", "image/jpeg", "<html></html>".getBytes(StandardCharsets.UTF_8)));
    assertThat(error).containsText("не изображение");
    assertThat(page.locator("#field-test-photo")).isFocused();
    assertAccessibleAsAWhole(visitor);

    choose(page, "#field-test-photo", photo());
    Locator image = page.locator("[name='test.photo']");
    assertThat(image).hasValue(Pattern.compile("[0-9a-f-]{36}"));
    assertThat(error).hasText("");
    page.locator(".trial [data-zone-remove]").click();
    assertThat(image).hasValue("");
    assertThat(page.locator("#field-test-photo")).isFocused();
  }

  @Test
  void imagesComeByDroppingAndFromTheClipboard(Visitor visitor, BridgeUnderTest bridge)
      throws IOException {
    Page page = open(visitor, bridge, 32);
    choose(page, page.locator("#field-setup-provider"), "gemini");
    String photo = Base64.getEncoder().encodeToString(Photos.recorded());

    assertThat(page.locator("#part-setup [data-zone-drop]")).hasCount(1);
    page.evaluate(
        PUT_FILE, List.of("#part-setup [data-zone-drop]", "drop.jpg", "image/jpeg", photo));
    Locator reference = page.locator("[name='setup.settings.reference_media_id']");
    assertThat(reference).hasValue(Pattern.compile("[0-9a-f-]{36}"));
    assertThat(page.locator("#part-setup [data-zone-about]")).containsText("drop.jpg");

    page.locator("#part-setup [data-zone-remove]").click();
    assertThat(page.evaluate(PUT_FILE, List.of("body", "paste.jpg", "image/jpeg", photo)))
        .isEqualTo(true);
    assertThat(reference).hasValue(Pattern.compile("[0-9a-f-]{36}"));
  }

  @Test
  void whatAnotherTabSavedIsShownBesideOnesOwn(
      Visitors visitors, Visitor visitor, BridgeUnderTest bridge) throws Exception {
    setUp(bridge, 33, "Начало", "sepia");
    Page mine = open(visitor.expect(422, "/slots/slot-033"), bridge, 33);
    mine.locator("#field-name").fill("Моё");
    setUp(bridge, 33, "Начало", "noir");

    mine.locator("#slot-save").click();
    assertThat(mine.locator("#conflict")).isFocused();
    assertThat(mine.locator("#conflict")).containsText("Моё");
    assertThat(mine.locator("#field-choose-setup-settings-effect")).not().isChecked();
    assertAccessibleAsAWhole(visitor);
    visitor.screenshot("slot-conflict");
    mine.locator("#conflict [data-save]").click();

    assertThat(mine.locator(".message-ok")).isVisible();
    assertThat(mine.locator("#field-name")).hasValue("Моё");
    assertThat(mine.locator("#field-setup-settings-effect")).hasValue("noir");
  }

  @Test
  void unsavedChangesAreShownAndAskedAbout(Visitor visitor, BridgeUnderTest bridge)
      throws Exception {
    setUp(bridge, 34, "Как было", "sepia");
    Page page = open(visitor, bridge, 34);
    var asked = new ArrayList<String>();
    page.onDialog(
        dialog -> {
          asked.add(dialog.type());
          dialog.accept();
        });
    page.locator("#field-name").pressSequentially("!");
    assertThat(page.locator("[data-when-unsaved]")).isVisible();
    page.reload();
    assertThat(asked).containsExactly("beforeunload");

    assertThat(page.locator("#field-name")).hasValue("Как было");
    page.locator("#field-name").fill("Стало");
    page.locator("#slot-save").click();
    assertThat(page.locator(".message-ok")).isVisible();
    page.reload();
    assertThat(page.locator("#field-name")).hasValue("Стало");
    assertThat(asked).hasSize(1);
  }

  @Test
  void anEarlierVersionComesBackWithOneClickAndTheSlotCanBeReset(
      Visitor visitor, BridgeUnderTest bridge) throws Exception {
    setUp(bridge, 35, "Первая", "sepia");
    setUp(bridge, 35, "Вторая", "noir");
    Page page = open(visitor, bridge, 35);
    page.locator("#versions > summary").click();
    assertAccessibleAsAWhole(visitor);
    page.locator(".version-list li")
        .filter(new Locator.FilterOptions().setHasText("Первая"))
        .locator("button")
        .click();
    assertThat(page.locator("#field-name")).hasValue("Первая");
    assertThat(page.locator("#field-setup-settings-effect")).hasValue("sepia");

    page.locator("[data-dialog=reset-dialog]").click();
    assertThat(page.locator("#reset-dialog [data-dialog-close]")).isFocused();
    visitor.assertAccessible();
    page.locator("#reset-dialog .button-danger").click();
    assertThat(page.locator(".slot-chips")).containsText("Свободен");
    assertThat(page.locator("#ingest-url")).hasValue(bridge.server().ingestLink(35).toString());
  }

  @Test
  void theKeyboardAloneIsEnough(Visitor visitor, BridgeUnderTest bridge) throws IOException {
    Page page = open(visitor.expect(422, "/slots/slot-036"), bridge, 36);
    page.locator("#field-name").focus();
    page.keyboard().type("Клавиши");
    page.keyboard().press("Tab");
    assertThat(page.locator("#field-setup-provider")).isFocused();
    press(page, "ArrowDown", 4);
    page.keyboard().press("Tab");
    assertThat(page.locator("[name='setup.drawn']")).hasValue("local/change_image");
    page.keyboard().press("Control+s");

    assertThat(page.locator("#mistakes")).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#field-setup-settings-effect")).isFocused();
    press(page, "ArrowDown", 2);
    page.keyboard().press("Control+s");
    assertThat(page.locator(".message-ok")).isVisible();
    visitor.assertFocusIsSomewhere();
  }

  @Test
  void aPromptThatNobodyCanImproveStaysAndTheReasonStandsBesideIt(
      Visitor visitor, BridgeUnderTest bridge) {
    Page page = open(visitor.expect(503, "/api/prompts/rewrite"), bridge, 32);
    visitor.expect(502, "/api/prompts/rewrite");
    visitor.expect(422, "/api/prompts/rewrite");
    choose(page, page.locator("#field-setup-provider"), "gemini");
    Locator prompt = page.locator("#field-setup-settings-prompt");
    Locator words = page.locator("#part-setup [data-rewrite-words]");
    page.locator("#part-setup [data-rewrite=improve]").click();
    assertThat(words).containsText("Сначала напишите");
    prompt.fill("Сделай красиво");
    page.locator("#part-setup [data-rewrite=improve]").click();
    assertThat(page.locator("#part-setup [data-rewrite=improve]")).isEnabled();
    assertThat(words).containsText("ключ API");
    assertThat(prompt).hasValue("Сделай красиво");
  }

  private static Page open(Visitor visitor, BridgeUnderTest bridge, int number) {
    return visitor.signIn(bridge.first()).open("/slots/slot-0" + number).page();
  }

  private static void setUp(BridgeUnderTest bridge, int number, String name, String effect)
      throws IOException, InterruptedException {
    bridge
        .operator()
        .put(
            "/api/slots/slot-0" + number,
            """
            {"name": "%s", "provider_id": "local", "operation_id": "change_image",
             "settings_json": {"effect": "%s"}}
            """
                .formatted(name, effect));
  }

  private static void press(Page page, String key, int times) {
    for (int i = 0; i < times; i++) {
      page.keyboard().press(key);
    }
  }

  /// In a window that holds all of the page: what is scrolled behind a bar that sticks counts as
  /// too small a target.
  private static void assertAccessibleAsAWhole(Visitor visitor) {
    Page page = visitor.page();
    var seen = page.viewportSize();
    int all = ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue();
    page.setViewportSize(seen.width, all + seen.height);
    visitor.assertAccessible();
    page.setViewportSize(seen.width, seen.height);
  }

  private static FilePayload photo() throws IOException {
    return new FilePayload("IMG_0003.JPG", "image/jpeg", Photos.recorded());
  }

  /// Switches a zone on, if it is one that can be, and gives it a file.
  private static void choose(Page page, String zone, FilePayload file) {
    Locator toggle =
        page.locator("[data-zone-switch][aria-controls='" + zone.substring(1) + "-zone']");
    toggle.check();
    page.locator(zone).setInputFiles(file);
    assertThat(page.locator("[data-zone][aria-busy]")).hasCount(0);
  }

  private static void choose(Page page, Locator list, String value) {
    list.focus();
    page.waitForResponse(
        response -> response.url().endsWith("/draw"),
        () -> {
          if (list.inputValue().equals(value)) {
            list.dispatchEvent("change");
          } else {
            list.selectOption(value);
          }
        });
    assertThat(page.locator(".htmx-request, .htmx-settling, .htmx-swapping")).hasCount(0);
  }

  private static List<String> values(Locator list) {
    return list.locator("option").all().stream()
        .map(option -> option.getAttribute("value"))
        .toList();
  }
}
