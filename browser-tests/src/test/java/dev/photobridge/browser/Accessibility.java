package dev.photobridge.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What axe finds wrong with a page: WCAG 2.2 A and AA, and best practices, of any impact.
final class Accessibility {
  private static final String SCRIPT = "/axe.min.js";
  private static final String RUN =
      """
      async (without) => {
        const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
        const found = await axe.run(without ? {exclude: [[without]]} : document, {
          runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']
        });
        return found.violations.flatMap(rule => rule.nodes.map(node =>
          `${rule.id} (${rule.impact}): ${rule.help}\\n  at ${node.target.join(' ')}\\n  `
          + `${node.html}\\n  ${node.failureSummary.replaceAll('\\n', '\\n  ')}\\n  ${rule.helpUrl}`));
      }
      """;

  private Accessibility() {}

  /// The violations: rule, place and how to mend each.
  static List<String> violations(Page page) {
    return violations(page, "");
  }

  /// Those outside of the elements that a selector finds.
  static List<String> violations(Page page, String without) {
    if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
      page.evaluate(script());
    }
    return ((List<?>) page.evaluate(RUN, without)).stream().map(String::valueOf).toList();
  }

  private static String script() {
    try (InputStream in = Accessibility.class.getResourceAsStream(SCRIPT)) {
      return new String(Objects.requireNonNull(in, SCRIPT).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
