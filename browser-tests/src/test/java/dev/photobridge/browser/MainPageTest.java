package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All slots at a glance, in the middle of an evening.
@InChromium
class MainPageTest {
  private static BridgeUnderTest evening;

  private Visitors guests;

  @BeforeAll
  static void begin() throws IOException, InterruptedException {
    evening = EveningUnderWay.start();
  }

  @AfterAll
  static void end() throws IOException {
    evening.close();
  }

  @BeforeEach
  void comeToTheEvening(Visitors visitors) {
    guests = visitors.at(evening.uri(""));
  }

  private Visitor operator(Look look) {
    return guests.with(look).signIn(evening.first()).open("/");
  }

  @ParameterizedTest
  @MethodSource("dev.photobridge.browser.Look#unlike")
  void isAccessibleAndFitsWhateverItIsSeenAs(Look look) {
    operator(look).assertAccessible().assertFitsItsWidth().screenshot("main");
  }

  @Test
  void searchesWhileOneTypesAndSaysWhatItFound() {
    Page page = operator(Look.USUAL).page();
    assertThat(page.locator(".slot-row")).hasCount(5);

    page.locator("#filter-q").pressSequentially("noir");

    assertThat(page.locator(".slot-row")).hasCount(1);
    assertThat(page).hasURL(Pattern.compile("/\\?q=noir$"));
    assertThat(page.locator("#status")).hasText("Показано: 1 из 40");
    assertThat(page.locator("#filter-q")).isFocused();
    page.goBack();
    assertThat(page.locator(".slot-row")).hasCount(5);
    assertThat(page.locator("#filter-q")).hasValue("");
  }

  @Test
  void narrowsDownByStateAndSaysWhereNothingIsLeft() {
    Visitor visitor = operator(Look.USUAL);
    Page page = visitor.page();

    page.locator("#filter-state").selectOption("failing");
    assertThat(page.locator(".slot-row")).hasCount(2);
    page.locator("#filter-q").fill("sepia");

    assertThat(page.locator("#slots .empty")).containsText("sepia");
    visitor.assertAccessible();
    page.locator("#slots .empty a").click();
    assertThat(page.locator(".slot-row")).hasCount(5);
  }

  @Test
  void copiesALink() {
    Page page = operator(Look.USUAL).page();
    Locator row = page.locator(".slot-row:has(#now-slot-002)");

    row.locator(".copy").click();

    assertThat(row.locator(".copy")).containsText("Скопировано");
    assertThat(row.locator(".copy")).isFocused();
    assertThat(row.locator("input")).hasValue(Pattern.compile("/ingest/slot-002$"));
  }

  @Test
  void aRowFollowsItsPhotosAndTakesNobodysKeyboard() throws Exception {
    Page page = operator(Look.USUAL).page();
    Locator latest = page.locator("#now-slot-002 .slot-latest");
    Locator picture = latest.locator("img");
    String before = picture.getAttribute("src");
    page.locator("#filter-q").focus();

    evening.boothSends(2);

    assertThat(picture).not().hasAttribute("src", before);
    assertThat(page.locator("#filter-q")).isFocused();
    latest.focus();
    String then = picture.getAttribute("src");
    evening.boothSends(2);
    evening.boothSends(5);
    assertThat(page.locator("#now-slot-005 img")).isVisible();
    assertThat(latest).isFocused();
    page.locator("#filter-q").focus();
    assertThat(picture).not().hasAttribute("src", then);
  }

  @Test
  void withoutScriptsTheFiltersAreAForm() {
    Visitor visitor = guests.with(Look.USUAL, options -> options.setJavaScriptEnabled(false));
    Page page = visitor.signIn(evening.first()).open("/").page();

    page.locator("#filter-q").fill("noir");
    page.locator("#filters button").click();

    assertThat(page.locator(".slot-row")).hasCount(1);
    visitor.assertFitsItsWidth();
  }
}
