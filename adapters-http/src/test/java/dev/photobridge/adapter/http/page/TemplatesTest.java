package dev.photobridge.adapter.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the policy of pages forbids, and what belongs into the texts, stands in no template and no
/// script.
class TemplatesTest {
  private static final Path MAIN = Path.of("src/main");

  static List<Path> templates() throws IOException {
    return files(MAIN.resolve("jte"), ".jte");
  }

  static List<Path> scripts() throws IOException {
    return files(MAIN.resolve("resources/web/js"), ".js");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void templatesCarryNoScriptAndNoStyle(Path template) throws IOException {
    assertThat(Files.readString(template))
        .doesNotContainPattern(
            "<style|<[a-z][^>]*\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*\"|hx-on|\"js:|javascript:")
        .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
        .doesNotContain("$unsafe");
  }

  @ParameterizedTest
  @MethodSource({"templates", "scripts"})
  void wordsStandInTheTextsOnly(Path file) throws IOException {
    assertThat(Files.readString(file)).doesNotContainPattern("[А-Яа-яЁё]");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void scriptsMakeNoMarkupOfText(Path script) throws IOException {
    assertThat(Files.readString(script))
        .doesNotContainPattern(
            "\\.(innerHTML|outerHTML)\\s*=|insertAdjacentHTML|document\\.write|\\beval\\(|new"
                + " Function");
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> found = all.filter(file -> file.toString().endsWith(ending)).toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }
}
