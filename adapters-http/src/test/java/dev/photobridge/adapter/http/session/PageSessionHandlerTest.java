package dev.photobridge.adapter.http.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.SignInUseCase.SignInOutcome;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.testing.SlotFixtures;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSessionHandlerTest {
  private static final String SESSION = "/api/session";
  private static final String LOGIN = "{\"username\":\"serg\",\"password\":\"right\"}";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
  private final OperatorTokens tokens =
      new OperatorTokens("0123456789abcdef0123456789abcdef", SlotFixtures.ACCOUNTS, clock);
  private final InMemorySignOut signOut = new InMemorySignOut();
  private final PasswordSignIn signIn =
      new PasswordSignIn(
          (_, password) ->
              password.equals("right")
                  ? new SignInOutcome.SignedIn(SlotFixtures.SERG)
                  : new SignInOutcome.Wrong(),
          new SignInThrottle(clock));
  private final TestServer server = serverAt("http://localhost:8080");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void signsInByACookieThatNoScriptSees() throws IOException {
    RawResponse response = request("POST", SESSION, LOGIN);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Set-Cookie").orElseThrow())
        .startsWith("photobridge_session=")
        .endsWith("; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict");
    assertThat(response.text()).doesNotContain(token(response));
    assertThat(response.json().get("account").asText()).isEqualTo("serg");
    assertThat(response.json().get("expires_at").asText()).isEqualTo("2026-11-22T11:00:00Z");
  }

  @Test
  void behindHttpsTheCookieNeverTravelsInTheClear() throws IOException {
    try (TestServer https = serverAt("https://booth.example");
        RawClient client = https.connect()) {
      RawResponse response = client.json("POST", SESSION, LOGIN);

      assertThat(response.header("Set-Cookie").orElseThrow())
          .startsWith("__Host-photobridge_session=")
          .endsWith("; HttpOnly; SameSite=Strict; Secure");
    }
  }

  @Test
  void aWrongPasswordBringsNoCookie() throws IOException {
    RawResponse response = request("POST", SESSION, LOGIN.replace("right", "wrong"));

    assertThat(response.status()).isEqualTo(401);
    response.error("credentials_wrong");
    assertThat(response.header("Set-Cookie")).isEmpty();
  }

  @Test
  void theCookieAloneReads() throws IOException {
    RawResponse opened = request("POST", SESSION, LOGIN);

    RawResponse response = request("GET", SESSION, "", cookie(opened));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json()).isEqualTo(opened.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X-CSRF-Token: ", "X-CSRF-Token: x", "X-XSRF-Token: right"})
  void theCookieAloneChangesNothing(String header) throws IOException {
    RawResponse opened = request("POST", SESSION, LOGIN);

    RawResponse response = request("DELETE", SESSION, "", cookie(opened), header);

    assertThat(response.status()).isEqualTo(403);
    response.error("csrf_token_invalid");
    assertThat(request("GET", SESSION, "", cookie(opened)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "nonsense"})
  void aPageOfAnotherServerGetsNothingByTheCookie(String site) throws IOException {
    RawResponse opened = request("POST", SESSION, LOGIN);

    RawResponse response = request("GET", SESSION, "", cookie(opened), "Sec-Fetch-Site: " + site);

    assertThat(response.status()).isEqualTo(403);
    response.error("forbidden");
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void ourOwnPagesAndTheAddressBarDo(String site) throws IOException {
    RawResponse opened = request("POST", SESSION, LOGIN);

    assertThat(request("GET", SESSION, "", cookie(opened), "Sec-Fetch-Site: " + site).status())
        .isEqualTo(200);
  }

  @Test
  void theCsrfTokenOfAnotherSessionIsNoGood() throws IOException {
    RawResponse opened = request("POST", SESSION, LOGIN);
    RawResponse another = request("POST", SESSION, LOGIN);

    RawResponse response = request("DELETE", SESSION, "", cookie(opened), csrf(another));

    assertThat(response.status()).isEqualTo(403);
  }

  @Test
  void signingOutEndsTheTokenWhereverItCameFrom() throws IOException {
    RawResponse opened = request("POST", SESSION, LOGIN);

    RawResponse closed = request("DELETE", SESSION, "", cookie(opened), csrf(opened));

    assertThat(closed.status()).isEqualTo(204);
    assertThat(closed.header("Set-Cookie").orElseThrow())
        .isEqualTo("photobridge_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
    RawResponse byCookie = request("GET", SESSION, "", cookie(opened));
    assertThat(byCookie.status()).isEqualTo(401);
    byCookie.error("token_invalid");
    assertThat(request("GET", SESSION, "", "Authorization: Bearer " + token(opened)).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER   "})
  void aProgramSignsOutByItsHeader(String scheme) throws IOException {
    String bearer = "Authorization: " + scheme + token(request("POST", SESSION, LOGIN));

    assertThat(request("DELETE", SESSION, "", bearer).status()).isEqualTo(204);
    assertThat(request("GET", SESSION, "", bearer).status()).isEqualTo(401);
  }

  @Test
  void theHeaderGoesBeforeTheCookie() throws IOException {
    RawResponse opened = request("POST", SESSION, LOGIN);

    RawResponse response =
        request("GET", SESSION, "", cookie(opened), "Authorization: Bearer nonsense");

    assertThat(response.status()).isEqualTo(401);
  }

  @Test
  void aPageStaysSignedInForADay() throws IOException {
    RawResponse opened = request("POST", SESSION, LOGIN);
    JsonNode first = opened.json();
    for (int hour = 0; hour < 23; hour++) {
      clock.advance(Duration.ofMinutes(59));
      opened = request("POST", SESSION + "/renew", "", cookie(opened), csrf(opened));
      assertThat(opened.status()).isEqualTo(200);
      assertThat(opened.json().get("csrf_token")).isEqualTo(first.get("csrf_token"));
    }
    clock.advance(Duration.ofMinutes(59));
    RawResponse last = request("POST", SESSION + "/renew", "", cookie(opened), csrf(opened));
    assertThat(last.json().get("expires_at").asText()).isEqualTo("2026-11-23T10:00:00Z");

    clock.advance(Duration.ofMinutes(24));

    RawResponse response = request("POST", SESSION + "/renew", "", cookie(last), csrf(last));
    assertThat(response.status()).isEqualTo(401);
    response.error("token_expired");
  }

  private TestServer serverAt(String publicAddress) {
    SessionCookie cookie = SessionCookie.at(URI.create(publicAddress));
    return TestServer.start(
        TestHandlers.of(new PageSessionHandler(signIn, tokens, cookie, signOut)),
        new SessionAccess(tokens, cookie, signOut),
        Duration.ofSeconds(30));
  }

  private RawResponse request(String method, String path, String body, String... headers)
      throws IOException {
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      head.append(header.isEmpty() ? "" : header + "\r\n");
    }
    head.append("Content-Type: application/json\r\nContent-Length: " + body.length());
    try (RawClient client = server.connect()) {
      client.send(head + "\r\n\r\n" + body);
      return client.read(method, path);
    }
  }

  private static String token(RawResponse opened) {
    return opened.header("Set-Cookie").orElseThrow().replaceFirst(".*?=([^;]*);.*", "$1");
  }

  private static String cookie(RawResponse opened) {
    return "Cookie: theme=dark; photobridge_session=" + token(opened);
  }

  private static String csrf(RawResponse opened) {
    return "X-CSRF-Token: " + opened.json().get("csrf_token").asText();
  }
}
