package dev.photobridge.adapter.http.session;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.RegisteredClaims;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.exceptions.TokenExpiredException;
import com.auth0.jwt.interfaces.DecodedJWT;
import dev.photobridge.adapter.http.call.SignedIn;
import dev.photobridge.adapter.http.signature.TextSignature;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.Accounts;
import dev.photobridge.domain.account.OperatorSession;
import dev.photobridge.domain.account.SessionId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Makes and checks the tokens of operators: JWTs with one fixed algorithm, type, issuer and
/// audience (RFC 8725). Nothing is kept: another secret ends all tokens. Safe for use by many
/// threads.
public final class OperatorTokens {
  private static final int MIN_SECRET_BYTES = 32;
  private static final int MAX_TOKEN_LENGTH = 1024;
  private static final String ISSUER = "photobridge";
  private static final String AUDIENCE = "photobridge-api";
  private static final String TYPE = "at+jwt";
  private static final String SESSION_ID = "sid";
  private static final String SIGNED_IN_AT = "auth_time";

  private final Algorithm algorithm;
  private final TextSignature csrfTokens;
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
    this.csrfTokens = new TextSignature("csrf token of session", secret);
    this.accounts = accounts;
    this.clock = clock;
    this.verifier = verifier(algorithm, clock.withZone(ZoneOffset.UTC));
  }

  /// The first token of a new session, for an operator who has just signed in.
  IssuedToken begin(AccountName operator) {
    Instant now = now();
    return issue(new OperatorSession(new SessionId(UUID.randomUUID()), operator, now), now);
  }

  /// Another token of a session; empty where the session has come to its end.
  Optional<IssuedToken> renew(OperatorSession session) {
    Instant now = now();
    return session.tokenEnd(now).isAfter(now) ? Optional.of(issue(session, now)) : Optional.empty();
  }

  /// What a page of this session shows with requests that change something.
  String csrfToken(OperatorSession session) {
    return csrfTokens.of(session.id().toString());
  }

  /// Whether this is what a page of this session shows.
  boolean isCsrfToken(String candidate, OperatorSession session) {
    return csrfTokens.matches(candidate, session.id().toString());
  }

  /// Looks at a token.
  TokenCheck check(String token) {
    return token.length() > MAX_TOKEN_LENGTH ? new TokenCheck.Invalid() : verified(token);
  }

  /// Claims have whole seconds.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private IssuedToken issue(OperatorSession session, Instant now) {
    Instant end = session.tokenEnd(now);
    String token =
        JWT.create()
            .withHeader(Map.of("typ", TYPE))
            .withIssuer(ISSUER)
            .withAudience(AUDIENCE)
            .withSubject(session.account().value())
            .withClaim(SESSION_ID, session.id().value().toString())
            .withClaim(SIGNED_IN_AT, session.signedInAt().getEpochSecond())
            .withIssuedAt(now)
            .withExpiresAt(end)
            .sign(algorithm);
    return new IssuedToken(token, Duration.between(now, end), new SignedIn(session, end));
  }

  private TokenCheck verified(String token) {
    try {
      DecodedJWT jwt = verifier.verify(token);
      return TYPE.equals(jwt.getType()) ? signedInBy(jwt) : new TokenCheck.Invalid();
    } catch (TokenExpiredException e) {
      // looked at after the signature, so the token was ours
      return new TokenCheck.Expired();
    } catch (JWTVerificationException e) {
      return new TokenCheck.Invalid();
    }
  }

  private TokenCheck signedInBy(DecodedJWT jwt) {
    Optional<AccountName> account =
        Optional.ofNullable(jwt.getSubject())
            .flatMap(AccountName::parse)
            .filter(accounts::contains);
    Optional<SessionId> session =
        Optional.ofNullable(jwt.getClaim(SESSION_ID).asString()).flatMap(SessionId::parse);
    Long signedInAt = jwt.getClaim(SIGNED_IN_AT).asLong();
    if (account.isEmpty() || session.isEmpty() || signedInAt == null) {
      return new TokenCheck.Invalid();
    }
    return new TokenCheck.Valid(
        new SignedIn(
            new OperatorSession(session.get(), account.get(), Instant.ofEpochSecond(signedInAt)),
            jwt.getExpiresAtAsInstant()));
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
