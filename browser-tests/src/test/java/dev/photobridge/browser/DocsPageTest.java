package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How to connect a booth, and the contract drawn by Swagger UI.
@InChromium
class DocsPageTest {
  @ParameterizedTest
  @MethodSource("dev.photobridge.browser.Look#unlike")
  void isAccessibleAndFitsWhateverItIsSeenAs(Look look, Visitors visitors, BridgeUnderTest bridge) {
    visitors
        .with(look)
        .signIn(bridge.first())
        .open("/docs")
        .assertAccessible()
        .assertFitsItsWidth()
        .screenshot("docs");
  }

  @Test
  void anotherSlotIsShownAsSoonAsItIsChosen(Visitor visitor, BridgeUnderTest bridge) {
    Page page = visitor.signIn(bridge.first()).open("/docs").page();

    page.locator("#slot").selectOption("slot-033");

    assertThat(page).hasURL(Pattern.compile("/docs\\?slot=slot-033$"));
    assertThat(page.locator("#link")).hasValue(Pattern.compile("/ingest/slot-033$"));
    assertThat(page.locator("#curl-line")).containsText("/ingest/slot-033\"");
  }

  @Test
  void theContractIsLoadedWhenSomebodyWantsToSeeItAndFromHereOnly(
      Visitor visitor, BridgeUnderTest bridge) {
    Page page = visitor.signIn(bridge.first()).page();
    List<String> asked = new ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    visitor.open("/docs");
    assertThat(asked).noneMatch(url -> url.contains("swagger"));

    page.locator("#contract-details > summary").click();

    assertThat(page.locator("#swagger .opblock-tag").first()).isVisible();
    assertThat(page.locator("#swagger .servers select"))
        .containsText(bridge.uri("").toString().replaceAll("/$", ""));
    assertThat(asked)
        .anyMatch(url -> url.contains("swagger-ui.js"))
        .allMatch(url -> url.startsWith(bridge.uri("").toString()) || url.startsWith("data:"));
    visitor.assertAccessibleBut("#swagger", "the markup of Swagger UI");
  }
}
