package dev.photobridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.RequestOptions;
import dev.photobridge.browser.BridgeUnderTest.Account;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Somebody in front of a browser window: one page in a context of its own.
public final class Visitor {
  private static final PrintStream OUT = System.out;

  private static final int MOST_TABS = 150;

  /// Elements that reach over the right edge; of nested ones the innermost tell most.
  private static final String TOO_WIDE =
      """
      () => {
        const edge = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= edge) return [];
        return [...document.querySelectorAll('body *')]
          .filter(element => element.getBoundingClientRect().right > edge + 1)
          .map(element => element.outerHTML.slice(0, 120)).slice(-8);
      }
      """;

  private static final String FOCUSED =
      "() => document.activeElement?.outerHTML.slice(0, 300) ?? 'nothing'";

  private static final String HAS_FOCUS =
      "() => ![null, document.body].includes(document.activeElement)";
  private static final int MOMENT_MILLIS = 2_000;

  private final BrowserContext context;
  private final Page page;
  private final PageWatch watch;
  private final Look look;
  private final TestFolders folders;

  Visitor(BrowserContext context, Look look, TestFolders folders) {
    this.context = context;
    this.look = look;
    this.folders = folders;
    watch = PageWatch.of(context);
    page = context.newPage();
    page.setDefaultTimeout(ChromiumBrowser.LONGEST_WAIT_MILLIS);
  }

  /// The page, to do anything with.
  public Page page() {
    return page;
  }

  /// How it is seen.
  public Look look() {
    return look;
  }

  /// Signs in without the form.
  public Visitor signIn(Account account) {
    APIResponse response =
        context
            .request()
            .post(
                "/api/session",
                RequestOptions.create()
                    .setData(Map.of("username", account.name(), "password", account.password())));
    assertThat(response.status()).as("signed in: %s", response.text()).isEqualTo(200);
    return this;
  }

  /// Signs in as people do, from wherever the form is shown. Waits until it is gone.
  public Visitor signInByForm(Account account) {
    Locator form = page.locator("main form:has(input[name=password])");
    form.locator("input[name=username]").fill(account.name());
    form.locator("input[name=password]").fill(account.password());
    form.locator("button:not([type=button])").click();
    form.waitFor(Waits.GONE);
    return this;
  }

  /// Opens a page of the server, and waits until it is loaded.
  public Visitor open(String path) {
    page.navigate(path);
    return this;
  }

  /// Answers of this status are no problem where the path and query contain this.
  public Visitor expect(int status, String part) {
    watch.expect(status, part);
    return this;
  }

  /// Whether requests without an answer are no problem, until it is said otherwise.
  public void expectOutage(boolean expected) {
    watch.expectOutage(expected);
  }

  /// What the pages have complained of so far (see [PageWatch]); it is forgotten then.
  public List<String> takeProblems() {
    // whatever the browser has already told comes before the answer to a question
    if (!page.isClosed()) {
      page.title();
    }
    return watch.take();
  }

  /// Fails where axe finds anything, in the page as it is now.
  public Visitor assertAccessible() {
    assertThat(Accessibility.violations(page)).as("axe, %s as %s", page.url(), look).isEmpty();
    return this;
  }

  /// The same, but for markup that is not ours.
  ///
  /// @param selector of that markup
  /// @param reason to be printed
  public Visitor assertAccessibleBut(String selector, String reason) {
    OUT.printf("not looked at by axe: %s, %s%n", selector, reason);
    assertThat(Accessibility.violations(page, selector))
        .as("axe, %s as %s without %s", page.url(), look, selector)
        .isEmpty();
    return this;
  }

  /// Fails where the page can be scrolled sideways.
  public Visitor assertFitsItsWidth() {
    assertThat((List<?>) page.evaluate(TOO_WIDE))
        .as("too wide for %s px at %s", page.viewportSize().width, page.url())
        .isEmpty();
    return this;
  }

  /// Waits until nothing is on its way that changes the page.
  public Visitor settle() {
    page.waitForFunction("() => !document.querySelector('[aria-busy=true], .htmx-request')");
    return this;
  }

  /// Presses Tab until this has the focus, which may not be lost on the way.
  public Visitor tabTo(Locator target) {
    for (int i = 0; i < MOST_TABS; i++) {
      if (Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"))) {
        return this;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("not reached by %d tabs: %s".formatted(MOST_TABS, target));
  }

  /// Presses a key, as `Enter` or `Control+S`.
  public Visitor press(String key) {
    page.keyboard().press(key);
    return this;
  }

  /// Fails where the keyboard has nothing to act on, and gets nothing within a moment: where what
  /// had the focus was drawn anew, pages give it back once that has settled. The answer is what it
  /// acts on, as HTML.
  public String assertFocusIsSomewhere() {
    try {
      var moment = new Page.WaitForFunctionOptions().setTimeout(MOMENT_MILLIS);
      page.waitForFunction(HAS_FOCUS, null, moment);
    } catch (TimeoutError _) {
      // what follows says where the focus is
    }
    String focused = String.valueOf(page.evaluate(FOCUSED));
    assertThat(focused)
        .as("focus at %s", page.url())
        .doesNotStartWith("<body")
        .isNotEqualTo("nothing");
    return focused;
  }

  /// Keeps a picture of the whole page as `screenshots/<name>-<language>-<theme>-<width>.png`.
  public Visitor screenshot(String name) {
    folders.screenshot(page, name + "-" + look);
    return this;
  }

  /// Keeps what is to be seen, and its HTML, after a failure.
  ///
  /// @return where
  Path keepEvidence(int number) {
    return folders.evidence(page, number);
  }

  void leave() {
    context.close();
  }
}
