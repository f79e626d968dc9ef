package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.photobridge.app.testing.FakeGemini;
import dev.photobridge.app.testing.Photos;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an operator does on an evening, from signing in to signing out.
@InChromium
class OperatorsEveningTest {
  private static final int GEMINI_TAKES_MILLIS = 2_500;

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
                Look.USUAL,
                options -> options.setPermissions(List.of("clipboard-read", "clipboard-write")));
    page = operator.page();
  }

  @Test
  void fromSigningInToSigningOut() throws Exception {
    signIn();
    setSlotUp();
    tryItOut();
    String link = copyTheLink();
    threePhotosArrive(URI.create(link));
    statisticsCountThemAndForget();
    signOut();
  }

  private void signIn() {
    operator.open("/").signInByForm(bridge.first());
    assertThat(page).hasURL(bridge.uri("/").toString());
    operator.screenshot("evening-1-main");
  }

  private void setSlotUp() throws IOException {
    page.locator("main .empty a[href='/slots/slot-001']").click();
    page.waitForURL("**/slots/slot-001");
    page.locator("#field-setup-provider").selectOption("gemini");
    operator.settle();
    assertThat(page.locator("#field-setup-operation")).hasValue("style_transfer");
    page.locator("#field-name").fill("Fashion Studio");
    upload("reference_media_id", "template.jpg");
    page.locator("textarea[name$='.prompt']").first().fill("In the style of a fashion magazine");
    assertThat(page.locator("[data-when-unsaved]")).isVisible();
    page.locator("#slot-save").click();
    assertThat(page.locator("[data-when-saved]")).isVisible();
    assertThat(page.locator("#slot-title")).containsText("Fashion Studio");
    operator.assertFocusIsSomewhere();
    operator.assertAccessible().screenshot("evening-2-slot-saved");
  }

  private void upload(String setting, String name) throws IOException {
    Locator zone = page.locator("[data-zone]:has(input[name$='%s'])".formatted(setting));
    zone.locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "image/jpeg", Photos.recorded()));
    assertThat(zone.locator("[data-zone-value]")).hasValue(Pattern.compile(".+"));
    assertThat(zone.locator("img")).isVisible();
  }

  private void tryItOut() throws IOException {
    bridge
        .gemini()
        .answers(FakeGemini.image(Photos.recorded()).withFixedDelay(GEMINI_TAKES_MILLIS));
    page.locator("label.choice:has(input[name='test.photo.used'])").click();
    upload("test.photo", "guest.jpg");
    page.locator("#slot-test").click();
    assertThat(page.locator("[data-test=running] [data-test-clock]"))
        .hasText(Pattern.compile("[1-9]"));
    operator.screenshot("evening-3-test-running");
    assertThat(page.locator("[data-test=done]")).isVisible();
    Locator result = page.locator("[data-test=done] .compare-after");
    result.scrollIntoViewIfNeeded();
    assertThat(result).hasJSProperty("complete", true);
    assertThat((int) result.evaluate("image => image.naturalWidth")).isPositive();
    operator.assertAccessible().screenshot("evening-4-test-done");
    bridge.gemini().answers(FakeGemini.image(Photos.recorded()));
  }

  private String copyTheLink() {
    page.locator(".slot-bar .copy").click();
    assertThat(page.locator("#status")).not().isEmpty();
    String copied = String.valueOf(page.evaluate("() => navigator.clipboard.readText()"));
    assertThat(copied).isEqualTo(page.locator("#ingest-url").inputValue()).endsWith("/slot-001");
    return copied;
  }

  private void threePhotosArrive(URI link) throws Exception {
    operator.open("/jobs");
    page.evaluate("() => { window.neverReloaded = true; }");
    for (int i = 0; i < 3; i++) {
      assertThat(bridge.boothSends(anotherPhoto(i), link).statusCode()).isEqualTo(200);
    }
    assertThat(page.locator(".job")).hasCount(4);
    assertThat(page.evaluate("() => window.neverReloaded")).isEqualTo(true);
    operator.assertAccessible().screenshot("evening-5-jobs");
  }

  /// The recorded photo with a comment, as the same one would join the job of the first.
  private static byte[] anotherPhoto(int number) throws IOException {
    byte[] recorded = Photos.recorded();
    var photo = new ByteArrayOutputStream();
    photo.write(recorded, 0, 2);
    photo.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 3, (byte) number});
    photo.write(recorded, 2, recorded.length - 2);
    return photo.toByteArray();
  }

  private void statisticsCountThemAndForget() {
    page.locator("nav a[href='/statistics']").first().click();
    page.waitForURL("**/statistics");
    Locator row = page.locator("tr:has(#slot-slot-001)");
    assertThat(row.locator("td").nth(1)).hasText("3");
    operator.screenshot("evening-6-statistics");
    row.locator("#reset-slot-001").click();
    Locator dialog = page.locator("dialog#reset");
    assertThat(dialog).isVisible();
    operator.assertAccessible().screenshot("evening-7-reset");
    dialog.locator(".button-danger").click();
    assertThat(dialog).isHidden();
    assertThat(row.locator("td").nth(1)).hasText("0");
    operator.assertFocusIsSomewhere();
  }

  private void signOut() {
    page.locator("form[action='/sign-out'] button").click();
    assertThat(page.locator("main input[name=password]")).isVisible();
  }
}
