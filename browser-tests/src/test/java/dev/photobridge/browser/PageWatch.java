package dev.photobridge.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Collects what the pages of a browser context complain of: messages and uncaught errors of
/// scripts, answers of 4xx and 5xx, requests without an answer, breaches of the content security
/// policy, and what htmx refused to do.
final class PageWatch {
  private static final String BINDING = "tellTheTest";

  /// Capturing, as not every one of these events bubbles.
  private static final String LISTENERS =
      """
      addEventListener('securitypolicyviolation', event => %1$s(
        `content security policy: ${event.effectiveDirective} forbids ${event.blockedURI}`
        + ` (${event.sourceFile}:${event.lineNumber} ${event.sample})`), true);
      for (const name of ['htmx:evalDisallowedError', 'htmx:targetError', 'htmx:swapError',
          'htmx:onLoadError', 'htmx:oobErrorNoTarget', 'htmx:syntax:error', 'htmx:invalidPath']) {
        addEventListener(name, event => %1$s(
          `${name} at ${event.target.outerHTML?.slice(0, 200)}`), true);
      }
      """
          .formatted(BINDING);

  /// How the lines of Chromium and htmx begin about an answer that is recorded here anyway.
  private static final List<String> ABOUT_ANSWERS =
      List.of("Failed to load resource", "Response Status Error Code");

  /// A request that the page itself gave up, as when it is left.
  private static final String GIVEN_UP = "net::ERR_ABORTED";

  private static final Set<String> GRAVE = Set.of("error", "warning", "assert");

  private final List<String> problems = new ArrayList<>();
  private final List<Expected> expected = new ArrayList<>();
  private boolean outageExpected;

  private record Expected(int status, String part) {}

  private PageWatch() {}

  /// Watches all pages of a context from now on.
  static PageWatch of(BrowserContext context) {
    var watch = new PageWatch();
    context.exposeBinding(BINDING, (_, arguments) -> watch.note(String.valueOf(arguments[0])));
    context.addInitScript(LISTENERS);
    context.onConsoleMessage(watch::console);
    context.onWebError(error -> watch.problems.add("script: " + error.error()));
    context.onResponse(watch::answered);
    context.onRequestFailed(watch::unanswered);
    return watch;
  }

  private Object note(String problem) {
    return problems.add(problem);
  }

  /// Answers of this status are no problem where the path and query contain this.
  void expect(int status, String part) {
    expected.add(new Expected(status, part));
  }

  /// Whether requests without an answer are no problem.
  void expectOutage(boolean expected) {
    outageExpected = expected;
  }

  /// What was collected since the last call.
  List<String> take() {
    List<String> taken = List.copyOf(problems);
    problems.clear();
    return taken;
  }

  private void console(ConsoleMessage message) {
    if (GRAVE.contains(message.type())
        && ABOUT_ANSWERS.stream().noneMatch(message.text()::startsWith)) {
      problems.add(
          "console %s: %s (%s)".formatted(message.type(), message.text(), message.location()));
    }
  }

  private void answered(Response response) {
    boolean known =
        expected.stream()
            .anyMatch(
                answer ->
                    answer.status == response.status() && response.url().contains(answer.part));
    if (response.status() >= 400 && !known) {
      problems.add(
          "answer %d: %s %s"
              .formatted(response.status(), response.request().method(), response.url()));
    }
  }

  private void unanswered(Request request) {
    if (!outageExpected && !GIVEN_UP.equals(request.failure())) {
      problems.add(
          "no answer: %s %s: %s".formatted(request.method(), request.url(), request.failure()));
    }
  }
}
