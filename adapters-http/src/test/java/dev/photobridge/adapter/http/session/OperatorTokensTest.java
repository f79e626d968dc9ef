package dev.photobridge.adapter.http.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.Accounts;
import dev.photobridge.domain.account.OperatorSession;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OperatorTokensTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.500Z");
  private static final AccountName SERG = new AccountName("serg");
  private static final Accounts ACCOUNTS = new Accounts(List.of(SERG, new AccountName("igor")));

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final OperatorTokens tokens = new OperatorTokens(SECRET, ACCOUNTS, now::get);

  @Test
  void knowsItsOwnTokens() {
    IssuedToken token = tokens.begin(SERG);

    assertThat(token.validFor()).isEqualTo(Duration.ofMinutes(60));
    assertThat(check(token.value())).isEqualTo(new TokenCheck.Valid(token.signedIn()));
    assertThat(token.signedIn().session().account()).isEqualTo(SERG);
    assertThat(token.signedIn().until()).isEqualTo(Instant.parse("2026-11-22T11:00:00Z"));
    assertThat(token.toString()).doesNotContain(token.value());
  }

  @Test
  void endsAfterSixtyMinutesToTheSecond() {
    IssuedToken token = tokens.begin(SERG);

    now.set(Instant.parse("2026-11-22T10:59:59.999Z"));
    assertThat(check(token.value())).isEqualTo(new TokenCheck.Valid(token.signedIn()));
    now.set(Instant.parse("2026-11-22T11:00:00Z"));
    assertThat(check(token.value())).isEqualTo(new TokenCheck.Expired());
    now.set(NOW.plus(Duration.ofDays(400)));
    assertThat(check(token.value())).isEqualTo(new TokenCheck.Expired());
  }

  @Test
  void aClockSetBackSignsNobodyOut() {
    IssuedToken token = tokens.begin(SERG);

    now.set(NOW.minus(Duration.ofHours(1)));

    assertThat(check(token.value())).isEqualTo(new TokenCheck.Valid(token.signedIn()));
  }

  @Test
  void aRenewedTokenIsOfTheSameSession() {
    IssuedToken first = tokens.begin(SERG);
    now.set(NOW.plus(Duration.ofMinutes(50)));

    IssuedToken second = tokens.renew(first.signedIn().session()).orElseThrow();

    assertThat(second.value()).isNotEqualTo(first.value());
    assertThat(second.signedIn().session()).isEqualTo(first.signedIn().session());
    assertThat(second.signedIn().until()).isEqualTo(Instant.parse("2026-11-22T11:50:00Z"));
    now.set(NOW.plus(Duration.ofMinutes(70)));
    assertThat(check(first.value())).isEqualTo(new TokenCheck.Expired());
    assertThat(check(second.value())).isEqualTo(new TokenCheck.Valid(second.signedIn()));
  }

  @Test
  void noTokenOutlivesTheDayOfItsSession() {
    OperatorSession session = tokens.begin(SERG).signedIn().session();

    now.set(Instant.parse("2026-11-23T09:30:00Z"));
    assertThat(tokens.renew(session).orElseThrow().validFor()).isEqualTo(Duration.ofMinutes(30));
    now.set(Instant.parse("2026-11-23T09:59:59Z"));
    assertThat(tokens.renew(session)).isPresent();
    now.set(Instant.parse("2026-11-23T10:00:00Z"));
    assertThat(tokens.renew(session)).isEmpty();
  }

  @Test
  void theCsrfTokenIsTheSessionsOwn() {
    OperatorSession session = tokens.begin(SERG).signedIn().session();
    OperatorSession another = tokens.begin(SERG).signedIn().session();
    String token = tokens.csrfToken(session);

    assertThat(tokens.isCsrfToken(token, session)).isTrue();
    assertThat(tokens.isCsrfToken(token, another)).isFalse();
    assertThat(tokens.isCsrfToken("", session)).isFalse();
    assertThat(tokens.isCsrfToken(token + "x", session)).isFalse();
    var rotated = new OperatorTokens(SECRET.replace('0', '1'), ACCOUNTS, now::get);
    assertThat(rotated.isCsrfToken(token, session)).isFalse();
  }

  @Test
  void anotherSecretEndsAllTokens() {
    String token = tokens.begin(SERG).value();
    var rotated = new OperatorTokens(SECRET.replace('0', '1'), ACCOUNTS, now::get);

    assertThat(rotated.check(token)).isEqualTo(new TokenCheck.Invalid());
  }

  @Test
  void anExpiredForgeryIsInvalidNotExpired() {
    String forged =
        genuine().withExpiresAt(NOW.minusSeconds(1)).sign(Algorithm.HMAC256("x".repeat(32)));

    assertThat(check(forged)).isEqualTo(new TokenCheck.Invalid());
  }

  @Test
  void forgeriesAreInvalid() throws NoSuchAlgorithmException {
    String token = tokens.begin(SERG).value();
    DecodedJWT parts = JWT.decode(token);
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(1024); // small, because quickly made
    KeyPair rsa = keys.generateKeyPair();

    assertThat(check(genuine().sign(algorithm())))
        .as("the tests below start from a good token")
        .isInstanceOf(TokenCheck.Valid.class);
    assertInvalid("alg none", genuine().sign(Algorithm.none()));
    assertInvalid(
        "alg none, unsigned", encoded("{\"alg\":\"none\"}") + "." + parts.getPayload() + ".");
    assertInvalid("no signature", parts.getHeader() + "." + parts.getPayload() + ".");
    assertInvalid(
        "another signature",
        parts.getHeader() + "." + parts.getPayload() + "." + parts.getPayload());
    assertInvalid(
        "other claims",
        parts.getHeader() + "." + encoded("{\"sub\":\"igor\"}") + "." + parts.getSignature());
    assertInvalid("another HMAC", genuine().sign(Algorithm.HMAC512(SECRET)));
    assertInvalid(
        "RSA",
        genuine()
            .sign(
                Algorithm.RSA256(
                    (RSAPublicKey) rsa.getPublic(), (RSAPrivateKey) rsa.getPrivate())));
    assertInvalid("another issuer", genuine().withIssuer("someone").sign(algorithm()));
    assertInvalid("another audience", genuine().withAudience("webhook").sign(algorithm()));
    assertInvalid("another type", genuine().withHeader(Map.of("typ", "JWT")).sign(algorithm()));
    assertInvalid("no end", withoutEnd().sign(algorithm()));
    assertInvalid("no such account", genuine().withSubject("eve").sign(algorithm()));
    assertInvalid("not an account", genuine().withSubject("../x").sign(algorithm()));
    assertInvalid("no session", genuine().withClaim("sid", (String) null).sign(algorithm()));
    assertInvalid(
        "a session's name that is none", genuine().withClaim("sid", "x").sign(algorithm()));
    assertInvalid("no sign-in", genuine().withClaim("auth_time", (Long) null).sign(algorithm()));
    assertInvalid("two tokens", token + " " + token);
    assertInvalid("not a token", "x.y.z");
    assertInvalid("10 kB", "a".repeat(10_000));
    assertInvalid(
        "10 kB and genuine", genuine().withClaim("x", "y".repeat(9000)).sign(algorithm()));
  }

  @Test
  void aHeaderThatNamesAKeyIsNotFollowed() {
    String token =
        genuine()
            .withHeader(
                Map.of("typ", "at+jwt", "kid", "../../etc/passwd", "jku", "http://127.0.0.1:1/"))
            .sign(Algorithm.HMAC256("y".repeat(32)));

    assertInvalid("kid and jku", token);
  }

  @Test
  void aShortSecretIsRefused() {
    assertThatThrownBy(() -> new OperatorTokens("too short", ACCOUNTS, now::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32")
        .hasMessageNotContaining("too short");
  }

  private JWTCreator.Builder genuine() {
    return withoutEnd().withExpiresAt(NOW.plusSeconds(60));
  }

  private static JWTCreator.Builder withoutEnd() {
    return JWT.create()
        .withHeader(Map.of("typ", "at+jwt"))
        .withIssuer("photobridge")
        .withAudience("photobridge-api")
        .withSubject("serg")
        .withClaim("sid", "0a403f97-312f-4fc5-9f01-7de121c9a9d7")
        .withClaim("auth_time", NOW.getEpochSecond());
  }

  private static Algorithm algorithm() {
    return Algorithm.HMAC256(SECRET);
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private void assertInvalid(String what, String token) {
    assertThat(check(token)).as(what).isEqualTo(new TokenCheck.Invalid());
  }

  private TokenCheck check(String token) {
    return tokens.check(token);
  }
}
