package dev.photobridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Pages are light, and nothing keeps them from being painted. Times are told, not asserted.
@InChromium
class PageWeightTest {
  private static final int MAIN_PAGE_BYTES = 150_000;
  private static final int HTML_BYTES = 60 * 1024;
  private static final int SCRIPT_BYTES = 30 * 1024;
  private static final int STYLE_BYTES = 14 * 1024;
  private static final PrintStream OUT = System.out;

  private static final String BLOCKING_SCRIPTS =
      """
      () => performance.getEntriesByType('resource')
        .filter(entry => entry.initiatorType === 'script' && entry.renderBlockingStatus === 'blocking')
        .map(entry => entry.name)
      """;
  private static final String PAINT =
      """
      () => Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1)
      """;

  /// Notes when each event came first, and when a text first said that something was copied.
  private static final String TIMER =
      """
      () => {
        window.moments = {};
        const note = name => { moments[name] ??= performance.now(); };
        for (const name of ['click', 'change', 'htmx:beforeRequest', 'htmx:afterSettle']) {
          addEventListener(name, () => note(name), true);
        }
        new MutationObserver(changes => {
          if (changes.some(change => change.target.parentElement?.closest('[data-copy]')
              || change.target.closest?.('[data-copy]'))) note('copied');
        }).observe(document.body, {subtree: true, childList: true, characterData: true});
      }
      """;

  private static BridgeUnderTest bridge;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    bridge = EveningUnderWay.start();
    for (int slot = 6; slot <= 40; slot++) {
      bridge.server().setUp(slot, "local", "change_image", Map.of("effect", "sepia"));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    bridge.close();
  }

  @Test
  void theMainPageWithFortySlotsIsLight(Visitors visitors) {
    Visitor visitor = visitors.at(bridge.uri("")).with(Look.USUAL).signIn(bridge.first());
    Transfer transfer = Transfer.of(visitor.page());

    visitor.open("/");
    int html = visitor.page().content().getBytes(StandardCharsets.UTF_8).length;

    visitor.page().evaluate("() => scrollTo(0, document.body.scrollHeight)");
    assertThat(visitor.page().locator("main a[href^='/slots/slot-']").count())
        .isGreaterThanOrEqualTo(40);
    OUT.printf(
        "main page: %d bytes transferred, %d of HTML unpacked, %d of scripts, %d of styles,"
            + " painted after %s ms%s%n",
        transfer.bytes(),
        html,
        transfer.bodiesOf("script"),
        transfer.bodiesOf("stylesheet"),
        visitor.page().evaluate(PAINT),
        transfer);
    assertThat(transfer.bytes()).as(transfer.toString()).isLessThan(MAIN_PAGE_BYTES);
    assertThat(html).as("HTML").isLessThan(HTML_BYTES);
  }

  @Test
  void whatPeopleDoIsTimed(Visitors visitors) {
    Visitor visitor = visitors.at(bridge.uri("")).with(Look.USUAL).signIn(bridge.first());
    Page page = visitor.open("/").page();

    page.evaluate(TIMER);
    page.locator("input[type=search]").fill("noir");
    tell(page, "search, from the request on", "htmx:beforeRequest", "htmx:afterSettle");

    visitor.open("/").page().evaluate(TIMER);
    page.locator("[data-copy]").first().click();
    tell(page, "copy", "click", "copied");

    visitor.open("/slots/slot-001").page().evaluate(TIMER);
    page.locator("#field-setup-provider").selectOption("local");
    tell(page, "another provider", "change", "htmx:afterSettle");
  }

  private static void tell(Page page, String what, String from, String to) {
    page.waitForFunction("to => to in moments", to);
    OUT.printf(
        "%s: %s ms%n",
        what,
        page.evaluate(
            "([from, to]) => Math.round(moments[to] - moments[from])", List.of(from, to)));
  }

  @Test
  void everyPageHasFewScriptsAndStylesAndNoneThatBlocks(Visitors visitors) {
    for (String path :
        List.of(
            "/sign-in",
            "/",
            "/slots/slot-001",
            "/jobs",
            "/statistics",
            "/settings",
            "/check",
            "/docs")) {
      Visitor visitor = visitors.at(bridge.uri("")).with(Look.USUAL);
      if (!path.equals("/sign-in")) {
        visitor.signIn(bridge.first());
      }
      Transfer transfer = Transfer.of(visitor.page());

      visitor.open(path);

      OUT.printf(
          "%-16s %7d bytes, %6d of scripts, %6d of styles, painted after %4s ms%n",
          path,
          transfer.bytes(),
          transfer.bodiesOf("script"),
          transfer.bodiesOf("stylesheet"),
          visitor.page().evaluate(PAINT));
      assertThat((List<?>) visitor.page().evaluate(BLOCKING_SCRIPTS)).as(path).isEmpty();
      assertThat(transfer.bodiesOf("script")).as(transfer.toString()).isLessThan(SCRIPT_BYTES);
      assertThat(transfer.bodiesOf("stylesheet")).as(transfer.toString()).isLessThan(STYLE_BYTES);
    }
  }
}
