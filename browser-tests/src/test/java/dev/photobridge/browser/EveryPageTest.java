package dev.photobridge.browser;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every page in the middle of an evening, and for an account that has not begun: in both languages
/// and themes, on a phone, a tablet and a laptop.
@InChromium
class EveryPageTest {
  /// The narrowest window that pages have to fit into.
  private static final int NARROWEST = 320;

  private static final Map<String, String> PAGES =
      new TreeMap<>(
          Map.of(
              "main", "/",
              "slot", "/slots/" + EveningUnderWay.BUSY_SLOT,
              "slot-free", "/slots/slot-040",
              "jobs", "/jobs",
              "statistics", "/statistics",
              "settings", "/settings",
              "check", "/check",
              "docs", "/docs",
              "missing", "/nowhere"));

  private static BridgeUnderTest bridge;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    bridge = EveningUnderWay.start();
  }

  @AfterAll
  static void stop() throws IOException {
    bridge.close();
  }

  @ParameterizedTest
  @MethodSource("dev.photobridge.browser.Look#all")
  void isAccessibleFitsAndComplainsOfNothing(Look look, Visitors visitors) {
    Visitor visitor = visitors.at(bridge.uri("")).with(look).signIn(bridge.first());
    visitor.expect(404, "/nowhere");
    PAGES.forEach(
        (name, path) ->
            visitor.open(path).assertFitsItsWidth().assertAccessible().screenshot(name));
  }

  @ParameterizedTest
  @MethodSource("dev.photobridge.browser.Look#unlike")
  void isFineBeforeTheFirstPhoto(Look look, Visitors visitors) {
    Visitor visitor = visitors.at(bridge.uri("")).with(look).signIn(bridge.second());
    Stream.of("main", "jobs", "statistics")
        .forEach(
            page ->
                visitor
                    .open(page.equals("main") ? "/" : "/" + page)
                    .assertFitsItsWidth()
                    .assertAccessible()
                    .screenshot(page + "-empty"));
  }

  @ParameterizedTest
  @MethodSource("narrow")
  void fitsTheNarrowestWindow(Look look, Visitors visitors) {
    Visitor visitor = visitors.at(bridge.uri("")).with(look).signIn(bridge.first());
    visitor.expect(404, "/nowhere");
    PAGES.values().forEach(path -> visitor.open(path).assertFitsItsWidth());
  }

  static Stream<Look> narrow() {
    return Stream.of(Look.Language.values())
        .map(language -> new Look(language, Look.Theme.LIGHT, NARROWEST));
  }
}
