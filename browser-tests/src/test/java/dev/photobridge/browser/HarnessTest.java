package dev.photobridge.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each check that every browser test relies on is able to fail.
@InChromium
class HarnessTest {
  private static FaultyPages pages;

  @BeforeAll
  static void serve() throws IOException {
    pages = new FaultyPages();
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  private static Visitor opened(Visitors visitors, String path) {
    return visitors.at(pages.address()).with(Look.USUAL).open(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /inline-style    | content security policy: style-src-attr
          /inline-script   | content security policy: script-src-elem
          /throws          | thrown on purpose
          /logs            | logged on purpose
          /refused-by-htmx | htmx:evalDisallowedError
          /missing         | answer 404: GET
          """)
  void whatAPageComplainsOfFailsTheTest(
      String path, String problem, Visitors visitors, @TempDir Path folder) {
    Visitors apart = visitors.apart(new TestFolders(folder, "failed"));
    opened(apart, path);

    assertThatThrownBy(() -> apart.leave(false))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(problem);
  }

  @Test
  void aRequestWithoutAnAnswerFailsTheTest(Visitors visitors) {
    Visitor visitor = opened(visitors, "/faultless");
    visitor.page().route("**/gone", route -> route.abort("connectionrefused"));

    visitor.page().evaluate("() => fetch('/gone').catch(() => {})");

    assertThat(visitor.takeProblems())
        .anySatisfy(problem -> assertThat(problem).startsWith("no answer: GET"));
  }

  @Test
  void whatIsExpectedFailsNothing(Visitors visitors, @TempDir Path folder) {
    Visitors apart = visitors.apart(new TestFolders(folder, "failed"));
    opened(apart, "/faultless").expect(404, "/nowhere").open("/missing");

    assertThatCode(() -> apart.leave(false)).doesNotThrowAnyException();
  }

  @Test
  void aFailureLeavesAPictureAndThePage(Visitors visitors, @TempDir Path folder) {
    Visitor visitor = opened(visitors, "/faultless");

    Path picture = new TestFolders(folder, "failed").evidence(visitor.page(), 1);

    assertThat(picture).isNotEmptyFile();
    assertThat(picture.resolveSibling("failed-1.html")).content().contains("Nothing is wrong here");
  }

  @Test
  void axeSeesAButtonWithoutAName(Visitors visitors) {
    Visitor faultless = opened(visitors, "/faultless");
    Visitor nameless = opened(visitors, "/nameless");

    assertThatCode(faultless::assertAccessible).doesNotThrowAnyException();
    assertThatThrownBy(nameless::assertAccessible)
        .hasMessageContaining("button-name")
        .hasMessageContaining("at button");
  }

  @Test
  void aPageThatIsTooWideIsSeen(Visitors visitors) {
    Visitor fitting = opened(visitors, "/faultless");
    Visitor wide = opened(visitors, "/wide");

    assertThatCode(fitting::assertFitsItsWidth).doesNotThrowAnyException();
    assertThatThrownBy(wide::assertFitsItsWidth).hasMessageContaining("<table");
  }

  @Test
  void focusThatIsLostIsSeen(Visitors visitors) {
    Visitor visitor = opened(visitors, "/unfocused");

    assertThatThrownBy(visitor::assertFocusIsSomewhere).hasMessageContaining("focus");
    visitor.page().keyboard().press("Tab");
    assertThat(visitor.assertFocusIsSomewhere()).contains("Press");
  }

  @Test
  void anotherMachineOverPlainHttpHasNoClipboard(Visitors visitors) {
    Visitor here = opened(visitors, "/faultless");
    Visitor there =
        visitors
            .at(ChromiumBrowser.asSeenFromTheLan(pages.address()))
            .with(Look.USUAL)
            .open("/faultless");

    assertThat(here.page().evaluate("() => isSecureContext")).isEqualTo(true);
    assertThat(there.page().evaluate("() => isSecureContext || 'clipboard' in navigator"))
        .isEqualTo(false);
  }

  @Test
  void aVisitorSeesThePagesAsTold(Visitors visitors) {
    Visitor visitor =
        visitors
            .at(pages.address())
            .with(new Look(Look.Language.EN, Look.Theme.DARK, Look.PHONE))
            .open("/faultless");

    assertThat(
            visitor
                .page()
                .evaluate(
                    "() => [navigator.language, innerWidth,"
                        + " matchMedia('(prefers-color-scheme: dark)').matches].join()"))
        .isEqualTo("en-US,390,true");
  }

  @Test
  void chromiumIsWhereTheEnvironmentSaysOrOnThePath(@TempDir Path folder) throws IOException {
    Path named = Files.createFile(folder.resolve("my-chromium"));
    Path found = Files.createFile(folder.resolve("google-chrome"));
    assertThat(named.toFile().setExecutable(true)).isTrue();
    assertThat(found.toFile().setExecutable(true)).isTrue();
    String path = "/nowhere:" + folder;

    assertThat(ChromiumProgram.in(Map.of("CHROMIUM", named.toString(), "PATH", path)))
        .contains(named);
    assertThat(ChromiumProgram.in(Map.of("PATH", path))).contains(found);
    assertThat(ChromiumProgram.in(Map.of("PATH", "/nowhere"))).isEqualTo(Optional.empty());
    assertThatThrownBy(() -> ChromiumProgram.in(Map.of("CHROMIUM", "/nowhere/chromium")))
        .hasMessageContaining("/nowhere/chromium");
  }
}
