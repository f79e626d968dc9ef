package dev.photobridge.adapter.http.session;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.RegisteredClaims;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.exceptions.TokenExpiredException;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.Accounts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes and checks the bearer tokens of operators: JWTs with one fixed algorithm, type, issuer and
/// audience (RFC 8725). Nothing is kept: another secret ends all tokens. Safe for use by many
/// threads.
public final class OperatorTokens implements TokenChecker {
  /// How long a token is good.
  public static final Duration LIFETIME = Duration.ofMinutes(60);

  private static final int MIN_SECRET_BYTES = 32;
  private static final int MAX_TOKEN_LENGTH = 1024;
  private static final String ISSUER = "photobridge";
  private static final String AUDIENCE = "photobridge-api";
  private static final String TYPE = "at+jwt";
  private static final Pattern BEARER =
      Pattern.compile("bearer +(\\S.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Algorithm algorithm;
  private final Accounts accounts;
  private final InstantSource clock;
  private final JWTVerifier verifier;

  /// Tokens of one installation.
  ///
  /// @param secret at least 32 bytes in UTF-8
  /// @param accounts whose tokens are good
  public OperatorTokens(String secret, Accounts accounts, InstantSource clock) {
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    if (key.length < MIN_SECRET_BYTES) {
      throw new IllegalArgumentException(
          "the secret of the tokens needs at least " + MIN_SECRET_BYTES + " bytes");
    }
    this.algorithm = Algorithm.HMAC256(key);
    this.accounts = accounts;
    this.clock = clock;
    this.verifier = verifier(algorithm, clock.withZone(ZoneOffset.UTC));
  }

  /// A new token for an operator who has just signed in.
  public IssuedToken issue(AccountName operator) {
    Instant now = clock.instant();
    String token =
        JWT.create()
            .withHeader(Map.of("typ", TYPE))
            .withIssuer(ISSUER)
            .withAudience(AUDIENCE)
            .withSubject(operator.value())
            .withIssuedAt(now)
            .withExpiresAt(now.plus(LIFETIME))
            .sign(algorithm);
    return new IssuedToken(token, LIFETIME);
  }

  @Override
  public TokenCheck check(Optional<String> authorization) {
    Optional<Matcher> bearer = authorization.map(BEARER::matcher).filter(Matcher::matches);
    if (bearer.isEmpty()) {
      return new TokenCheck.Missing();
    }
    String token = bearer.get().group(1);
    return token.length() > MAX_TOKEN_LENGTH ? new TokenCheck.Invalid() : checkToken(token);
  }

  private TokenCheck checkToken(String token) {
    try {
      DecodedJWT jwt = verifier.verify(token);
      return TYPE.equals(jwt.getType()) ? operatorOf(jwt) : new TokenCheck.Invalid();
    } catch (TokenExpiredException e) {
      // looked at after the signature, so the token was ours
      return new TokenCheck.Expired();
    } catch (JWTVerificationException e) {
      return new TokenCheck.Invalid();
    }
  }

  private TokenCheck operatorOf(DecodedJWT jwt) {
    return Optional.ofNullable(jwt.getSubject())
        .flatMap(AccountName::parse)
        .filter(accounts::contains)
        .<TokenCheck>map(TokenCheck.Valid::new)
        .orElseGet(TokenCheck.Invalid::new);
  }

  private static JWTVerifier verifier(Algorithm algorithm, Clock clock) {
    var verification =
        (JWTVerifier.BaseVerification)
            JWT.require(algorithm)
                .withIssuer(ISSUER)
                .withAudience(AUDIENCE)
                .withClaimPresence(RegisteredClaims.EXPIRES_AT)
                // a clock set back must not sign everybody out
                .ignoreIssuedAt();
    return verification.build(clock);
  }
}
