package dev.photobridge.adapter.http.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.Accounts;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTokensTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.500Z");
  private static final AccountName SERG = new AccountName("serg");
  private static final Accounts ACCOUNTS = new Accounts(List.of(SERG, new AccountName("igor")));

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final OperatorTokens tokens = new OperatorTokens(SECRET, ACCOUNTS, now::get);

  @Test
  void knowsItsOwnTokens() {
    IssuedToken token = tokens.issue(SERG);

    assertThat(token.validFor()).isEqualTo(Duration.ofMinutes(60));
    assertThat(check(token.value())).isEqualTo(new TokenCheck.Valid(SERG));
    assertThat(token.toString()).doesNotContain(token.value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER   "})
  void theSchemeMayBeWrittenInAnyCase(String scheme) {
    assertThat(tokens.check(Optional.of(scheme + tokens.issue(SERG).value())))
        .isEqualTo(new TokenCheck.Valid(SERG));
  }

  @Test
  void noTokenIsMissing() {
    assertThat(tokens.check(Optional.empty())).isEqualTo(new TokenCheck.Missing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic c2VyZzp4", "Bearerx.y.z", "token"})
  void anotherSchemeIsMissing(String header) {
    assertThat(tokens.check(Optional.of(header))).isEqualTo(new TokenCheck.Missing());
  }

  @Test
  void endsAfterSixtyMinutesToTheSecond() {
    String token = tokens.issue(SERG).value();

    now.set(Instant.parse("2026-11-22T10:59:59.999Z"));
    assertThat(check(token)).isEqualTo(new TokenCheck.Valid(SERG));
    now.set(Instant.parse("2026-11-22T11:00:00Z"));
    assertThat(check(token)).isEqualTo(new TokenCheck.Expired());
    now.set(NOW.plus(Duration.ofDays(400)));
    assertThat(check(token)).isEqualTo(new TokenCheck.Expired());
  }

  @Test
  void aClockSetBackSignsNobodyOut() {
    String token = tokens.issue(SERG).value();

    now.set(NOW.minus(Duration.ofHours(1)));

    assertThat(check(token)).isEqualTo(new TokenCheck.Valid(SERG));
  }

  @Test
  void anotherSecretEndsAllTokens() {
    String token = tokens.issue(SERG).value();
    var rotated = new OperatorTokens(SECRET.replace('0', '1'), ACCOUNTS, now::get);

    assertThat(rotated.check(Optional.of("Bearer " + token))).isEqualTo(new TokenCheck.Invalid());
  }

  @Test
  void anExpiredForgeryIsInvalidNotExpired() {
    String forged =
        genuine().withExpiresAt(NOW.minusSeconds(1)).sign(Algorithm.HMAC256("x".repeat(32)));

    assertThat(check(forged)).isEqualTo(new TokenCheck.Invalid());
  }

  @Test
  void forgeriesAreInvalid() throws NoSuchAlgorithmException {
    String token = tokens.issue(SERG).value();
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
        .withSubject("serg");
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
    return tokens.check(Optional.of("Bearer " + token));
  }
}
