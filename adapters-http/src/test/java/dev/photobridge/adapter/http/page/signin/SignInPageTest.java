package dev.photobridge.adapter.http.page.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.http.testing.FakePageSession;
import dev.photobridge.adapter.http.testing.PageClient;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPageTest {
  private static final FakePageSession SESSIONS = new FakePageSession();

  private final TestServer server =
      TestServer.start(
          TestHandlers.of(SESSIONS),
          new SignInPage(SESSIONS),
          new PreferencesForm(),
          router -> {
            router.get("/secret", call -> call.goTo("/seen"));
            router.post("/change", call -> call.goTo("/changed"));
            router.get(
                "/broken",
                _ -> {
                  throw new IllegalStateException("a fault of the test");
                });
          });
  private final PageClient visitor = PageClient.signedOut(server);
  private final PageClient serg = PageClient.signedIn(server);

  @AfterEach
  void stop() {
    visitor.close();
    serg.close();
    server.close();
  }

  @Test
  void speaksRussianUnlessAskedForEnglish() throws Exception {
    HttpResponse<String> russian = visitor.get("/sign-in");
    HttpResponse<String> english = visitor.with("Accept-Language", "en").get("/sign-in");

    assertThat(russian.statusCode()).isEqualTo(200);
    assertThat(russian.body()).contains("<html lang=\"ru\"", "Привет!", "name=\"password\"");
    assertThat(english.body()).contains("<html lang=\"en\"", "Hello!");
  }

  @Test
  void itsPolicyAllowsWhatThisServerHandsOutAndNothingElse() throws Exception {
    HttpResponse<String> page = visitor.get("/sign-in");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
        .contains("form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "http");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void signsInAndLeadsBackToWhereOneWanted() throws Exception {
    HttpResponse<String> done =
        visitor.post(
            "/sign-in", Map.of("username", "serg", "password", "right", "next", "/jobs?page=2"));

    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(done.headers().firstValue("Location")).contains("/jobs?page=2");
    assertThat(done.headers().firstValue("Set-Cookie")).contains(TestServer.SERGS_COOKIE);
  }

  @Test
  void leadsNobodyToAnotherServer() throws Exception {
    HttpResponse<String> done =
        visitor.post(
            "/sign-in", Map.of("username", "serg", "password", "right", "next", "//evil.example"));

    assertThat(done.headers().firstValue("Location")).contains("/");
  }

  @Test
  void keepsTheNameAndNotThePasswordOfAFailedTry() throws Exception {
    HttpResponse<String> refused =
        visitor.post("/sign-in", Map.of("username", "se\"><b>rg", "password", "wrong-one"));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body())
        .contains("role=\"alert\"", "aria-invalid=\"true\"", "se&#34;>&lt;b>rg")
        .doesNotContain("wrong-one", "<b>rg");
    assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void anotherSiteSignsNobodyIn(String site) throws Exception {
    HttpResponse<String> refused =
        visitor
            .with("Sec-Fetch-Site", site)
            .post("/sign-in", Map.of("username", "serg", "password", "right"));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void whoIsSignedOutIsAskedToSignInFirst() throws Exception {
    HttpResponse<String> page = visitor.get("/secret?a=b&c=d");
    HttpResponse<String> oldSession =
        visitor.with("Cookie", "photobridge_session=old").get("/secret");

    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("Location"))
        .contains("/sign-in?next=%2Fsecret%3Fa%3Db%26c%3Dd");
    assertThat(oldSession.headers().firstValue("Location")).contains("/sign-in?next=%2Fsecret");
  }

  @Test
  void aScriptIsToldSoInTheFormatOfTheApi() throws Exception {
    HttpResponse<String> part = visitor.byScript().get("/secret");

    assertThat(part.statusCode()).isEqualTo(401);
    assertThat(part.body()).contains("\"token_missing\"");
  }

  @Test
  void aPageMayBeOpenedFromAnywhere() throws Exception {
    assertThat(serg.with("Sec-Fetch-Site", "cross-site").get("/secret").statusCode())
        .isEqualTo(303);
  }

  @Test
  void aTokenForProgramsOpensNoPage() throws Exception {
    assertThat(
            visitor
                .with("Authorization", TestServer.SERGS_TOKEN)
                .get("/secret")
                .headers()
                .firstValue("Location"))
        .contains("/sign-in?next=%2Fsecret");
  }

  @Test
  void aFormNeedsTheTokenOfThePage() throws Exception {
    assertThat(serg.postBare("/change", "a=b").statusCode()).isEqualTo(403);
    assertThat(serg.postBare("/change", "csrf_token=other").statusCode()).isEqualTo(403);
    assertThat(serg.post("/change", Map.of("a", "b")).headers().firstValue("Location"))
        .contains("/changed");
    assertThat(
            serg.with("X-CSRF-Token", FakePageSession.CSRF_TOKEN)
                .postBare("/change", "")
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void aFormThatCanNotBeReadIsRefused() throws Exception {
    assertThat(serg.postBare("/change", "a=%00&csrf_token=x").statusCode()).isEqualTo(400);
    assertThat(serg.postBare("/change", "a=" + "b".repeat(1_100_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void signsOut() throws Exception {
    HttpResponse<String> done = serg.post("/sign-out", Map.of());

    assertThat(done.headers().firstValue("Location")).contains("/sign-in");
    assertThat(done.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
  }

  @Test
  void keepsHowOneLikesPages() throws Exception {
    HttpResponse<String> kept =
        visitor.post("/preferences", Map.of("language", "en", "theme", "dark", "next", "/jobs"));

    assertThat(kept.headers().firstValue("Location")).contains("/jobs");
    assertThat(kept.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("photobridge_language=en;"))
        .anyMatch(cookie -> cookie.startsWith("photobridge_theme=dark;"));
    assertThat(
            visitor
                .with("Cookie", "photobridge_language=en; photobridge_theme=dark")
                .get("/sign-in")
                .body())
        .contains("<html lang=\"en\" data-theme=\"dark\">");
  }

  @Test
  void keepsNoWordThatItDoesNotKnow() throws Exception {
    HttpResponse<String> kept =
        visitor.post("/preferences", Map.of("language", "ru; Domain=x", "theme", "pink"));

    assertThat(kept.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(visitor.with("Cookie", "photobridge_theme=\"><b>").get("/sign-in").body())
        .contains("data-theme=\"auto\"");
  }

  @Test
  void whatIsNotThereIsAPageForPeopleAndJsonForPrograms() throws Exception {
    HttpResponse<String> page = serg.get("/nowhere");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("Такой страницы нет", "href=\"/\"");
    assertThat(serg.get("/api/nowhere").body()).startsWith("{\"error\"");
    assertThat(serg.with("Accept", "*/*").get("/nowhere").body()).startsWith("{\"error\"");
  }

  @Test
  void aFaultOfOursIsToldWithTheRequestsIdAndNothingElse() throws Exception {
    HttpResponse<String> page = serg.get("/broken");

    assertThat(page.statusCode()).isEqualTo(500);
    assertThat(page.body())
        .contains(page.headers().firstValue("X-Request-Id").orElseThrow())
        .doesNotContain("a fault of the test", "IllegalState");
  }
}
