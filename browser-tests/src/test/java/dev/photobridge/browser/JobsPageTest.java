package dev.photobridge.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What became of every photo, in the middle of an evening.
@InChromium
class JobsPageTest {
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

  private Visitor operator(Look look, String path) {
    return guests.with(look).signIn(evening.first()).open(path);
  }

  private Page usual(String path) {
    return operator(Look.USUAL, path).page();
  }

  @ParameterizedTest
  @MethodSource("dev.photobridge.browser.Look#unlike")
  void isAccessibleAndFitsWhateverItIsSeenAs(Look look) {
    Visitor visitor = operator(look, "/jobs");
    visitor.assertAccessible().assertFitsItsWidth().screenshot("jobs");

    visitor.page().locator(".job:has(.state-warn) > summary").first().click();
    assertThat(visitor.page().locator(".job-parts")).isVisible();

    visitor.assertAccessible().assertFitsItsWidth().screenshot("jobs-open");
  }

  @Test
  void explainsALateResultAndHandsItOut() {
    Page page = usual("/jobs?state=succeeded_late");
    page.locator(".job > summary").click();
    Locator details = page.locator(".job-details");

    assertThat(details).containsText("получила 504");
    assertThat(details.locator(".stage-bar")).isVisible();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Копировать ссылку"))
        .click();
    assertThat(details).containsText("Скопировано");
    assertThat(details.locator("[data-absolute]"))
        .hasText(Pattern.compile("^http://.*/api/jobs/.*/result$"));
    assertThat(
            page.waitForDownload(() -> details.locator("a[download]").click()).suggestedFilename())
        .startsWith("photobridge");
  }

  @Test
  void narrowsTheListDownWithoutAReload() {
    Page page = usual("/jobs");
    page.locator("#filter-slot").selectOption("slot-003");

    assertThat(page.locator(".job-list > li")).hasCount(1);
    assertThat(page.locator(".job-reason")).isVisible();
    assertThat(page).hasURL(Pattern.compile("/jobs\\?slot=slot-003$"));
    assertThat(page.locator("#status")).containsText("1–1");
    page.goBack();
    assertThat(page.locator("#filter-slot")).hasValue("");
  }

  @Test
  void aNewPhotoComesInByItself() throws Exception {
    Page page = usual("/jobs?slot=slot-002");
    int before = page.locator(".job-list > li").count();

    evening.boothSends(2);

    assertThat(page.locator(".job-list > li")).hasCount(before + 1);
    assertThat(page.locator(".job-list > li").first()).containsText("Готово");
  }

  @Test
  void aNewPhotoWaitsWhereSomebodyReads() throws Exception {
    Page page = usual("/jobs?slot=slot-005");
    int before = page.locator(".job-list > li").count();
    page.locator(".job > summary").last().click();
    assertThat(page.locator(".job-parts")).isVisible();

    evening.boothSends(5);

    Locator button = page.locator("[data-show-new]");
    assertThat(button).hasText("Новых: 1 — показать");
    assertThat(page.locator(".job-list > li")).hasCount(before);
    button.click();
    assertThat(page.locator(".job-list > li")).hasCount(before + 1);
    assertThat(page.locator("#jobs-title")).isFocused();
  }

  @Test
  void runsAJobAgainAndDeletesIt() throws Exception {
    evening.boothSends(2);
    Visitor visitor = operator(Look.USUAL, "/jobs?slot=slot-002");
    Page page = visitor.page();
    Locator job = page.locator(".job-list > li").first();
    String id = job.getAttribute("id");
    job.locator("summary").click();

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Обработать ещё раз"))
        .click();

    assertThat(job.locator(".message-ok")).containsText("Задача запущена заново");
    page.locator("[data-show-new]").click();
    assertThat(page.locator(".job-list > li").first()).containsText("Повтор");
    Locator old = page.locator("#" + id);
    old.locator("summary").click();
    old.locator("[data-dialog]").click();
    Locator dialog = old.locator("dialog");
    assertThat(dialog.locator("[data-dialog-close]")).isFocused();
    visitor.assertAccessible().screenshot("jobs-delete");
    dialog.locator(".button-danger").click();
    assertThat(page.locator("#" + id)).containsText("Задача удалена");
    visitor.assertFocusIsSomewhere();
  }

  @Test
  void aJobHasAPageOfItsOwn() {
    Page list = usual("/jobs?slot=slot-003");
    String id = list.locator(".job-list > li").getAttribute("id").substring("job-".length());
    Visitor visitor = operator(Look.USUAL, "/jobs/" + id);

    assertThat(visitor.page().locator(".message-err")).isVisible();
    assertThat(visitor.page().locator("form[action$=rerun] button")).isVisible();
    visitor.assertAccessible().assertFitsItsWidth().screenshot("job");
  }

  @Test
  void withoutScriptsEverythingCanBeRead() {
    Visitor visitor = guests.with(Look.USUAL, options -> options.setJavaScriptEnabled(false));
    Page page = visitor.signIn(evening.first()).open("/jobs").page();

    page.locator(".job > summary").last().click();
    page.locator(".job[open] .job-details a").click();

    assertThat(page.locator(".job-parts")).isVisible();
  }
}
