package dev.photobridge.adapter.http.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photobridge.adapter.http.testing.RawClient;
import dev.photobridge.adapter.http.testing.RawResponse;
import dev.photobridge.adapter.http.testing.TestHandlers;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.SignInUseCase;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.testing.SlotFixtures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionHandlerTest {
  private static final String RIGHT = "{\"username\":\"serg\",\"password\":\"right\"}";
  private static final String WRONG = "{\"username\":\"serg\",\"password\":\"wrong\"}";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
  private final OperatorTokens tokens =
      new OperatorTokens("0123456789abcdef0123456789abcdef", SlotFixtures.ACCOUNTS, clock);
  private boolean busy;
  private final TestServer server =
      TestServer.start(
          TestHandlers.of(
              new SessionHandler(
                  new PasswordSignIn(this::signIn, new SignInThrottle(clock)), tokens)));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void handsOutATokenForAnHour() throws IOException {
    RawResponse response = login(RIGHT);

    assertThat(response.status()).isEqualTo(200);
    JsonNode body = response.json();
    assertThat(body.get("token_type").asText()).isEqualTo("bearer");
    assertThat(body.get("expires_in_sec").asInt()).isEqualTo(3600);
    assertThat(tokens.check(body.get("access_token").asText()))
        .isInstanceOfSatisfying(
            TokenCheck.Valid.class,
            valid -> assertThat(valid.signedIn().session().account()).isEqualTo(SlotFixtures.SERG));
    assertThat(response.header("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @CsvSource({"serg,wrong", "nobody,right", "'',''", "'../x',right"})
  void aWrongNameAndAWrongPasswordLookAlike(String name, String password) throws IOException {
    RawResponse response =
        login("{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}");

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.error("credentials_wrong")).isEmpty();
    assertThat(response.text()).doesNotContain("password\":");
  }

  @Test
  void tenWrongPasswordsAreFollowedByAPause() throws IOException {
    for (int i = 0; i < 10; i++) {
      assertThat(login(WRONG).status()).isEqualTo(401);
    }

    RawResponse response = login(RIGHT);

    assertThat(response.status()).isEqualTo(429);
    assertThat(response.error("sign_in_throttled").get("retry_after_sec").asInt()).isEqualTo(300);
    assertThat(response.header("Retry-After")).contains("300");
    clock.advance(Duration.ofMinutes(5));
    assertThat(login(RIGHT).status()).isEqualTo(200);
  }

  @Test
  void aBusyCheckAsksToTryAgainAndDoesNotCount() throws IOException {
    busy = true;
    for (int i = 0; i < 20; i++) {
      assertThat(login(RIGHT).header("Retry-After")).contains("1");
    }
    busy = false;

    assertThat(login(RIGHT).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"password\":\"x\"} | /username",
        "{\"username\":\"serg\"} | /password",
        "{\"username\":null,\"password\":\"x\"} | /username",
        "{\"username\":7,\"password\":\"x\"} | /username",
        "{\"username\":\"serg\",\"password\":[\"x\"]} | /password",
      })
  void aBodyOfAnotherShapeNamesTheField(String body, String field) throws IOException {
    RawResponse response = login(body);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.error("body_invalid").get("field").asText()).isEqualTo(field);
    assertThat(response.text()).doesNotContain("Exception").doesNotContain("jackson");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'' ", "null", "[]", "{", "{\"username\":\"serg\",\"password\":\"x\"} x", "\"x\""})
  void noJsonObjectIsRefused(String body) throws IOException {
    RawResponse response = login(body);

    assertThat(response.status()).isEqualTo(400);
    response.error("body_invalid");
  }

  @Test
  void textsBeyondTheContractAreRefusedBeforeAnyCheck() throws IOException {
    RawResponse name = login("{\"username\":\"" + "x".repeat(101) + "\",\"password\":\"x\"}");
    RawResponse password =
        login("{\"username\":\"serg\",\"password\":\"" + "x".repeat(201) + "\"}");

    assertThat(name.error("body_invalid").get("field").asText()).isEqualTo("/username");
    assertThat(name.error("body_invalid").get("limit").asInt()).isEqualTo(100);
    assertThat(password.error("body_invalid").get("field").asText()).isEqualTo("/password");
    assertThat(password.text()).doesNotContain("xxx");
  }

  private RawResponse login(String body) throws IOException {
    try (RawClient client = server.connect()) {
      return client.json("POST", "/api/login", body);
    }
  }

  private SignInUseCase.SignInOutcome signIn(String username, String password) {
    if (busy) {
      return new SignInUseCase.SignInOutcome.Busy();
    }
    return username.equals("serg") && password.equals("right")
        ? new SignInUseCase.SignInOutcome.SignedIn(SlotFixtures.SERG)
        : new SignInUseCase.SignInOutcome.Wrong();
  }
}
