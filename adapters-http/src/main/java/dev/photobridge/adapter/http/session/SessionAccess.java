package dev.photobridge.adapter.http.session;

import dev.photobridge.adapter.http.call.SignedIn;
import dev.photobridge.application.port.in.SignOutUseCase;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lets operators pass by the token of the header `Authorization` or, where there is no such
/// header, by that of the session cookie; the latter not from pages of other servers. Whoever
/// changes something by the cookie shows besides that the request comes from a page of this server.
public final class SessionAccess implements OperatorAccess {
  private static final Pattern BEARER =
      Pattern.compile("bearer +(\\S.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final OperatorTokens tokens;
  private final SessionCookie cookie;
  private final SignOutUseCase signOut;

  /// Wired by the application; see the parameters' types.
  public SessionAccess(OperatorTokens tokens, SessionCookie cookie, SignOutUseCase signOut) {
    this.tokens = tokens;
    this.cookie = cookie;
    this.signOut = signOut;
  }

  @Override
  public AccessOutcome check(RequestCredentials credentials) {
    Optional<String> authorization = credentials.authorization();
    if (authorization.isPresent()) {
      Matcher bearer = BEARER.matcher(authorization.get());
      return bearer.matches() ? ofToken(bearer.group(1)) : new AccessOutcome.TokenMissing();
    }
    return cookie
        .tokenIn(credentials.cookies())
        .map(token -> ofCookie(token, credentials))
        .orElseGet(AccessOutcome.TokenMissing::new);
  }

  private AccessOutcome ofCookie(String token, RequestCredentials credentials) {
    if (credentials.isFromAnotherSite()) {
      return new AccessOutcome.OtherSite();
    }
    AccessOutcome outcome = ofToken(token);
    return outcome instanceof AccessOutcome.Granted(SignedIn signedIn)
            && !credentials.changesNothing()
            && credentials
                .csrfToken()
                .filter(csrf -> tokens.isCsrfToken(csrf, signedIn.session()))
                .isEmpty()
        ? new AccessOutcome.CsrfTokenInvalid()
        : outcome;
  }

  private AccessOutcome ofToken(String token) {
    return switch (tokens.check(token)) {
      case TokenCheck.Valid(SignedIn signedIn) ->
          signOut.isSignedOut(signedIn.session())
              ? new AccessOutcome.TokenInvalid()
              : new AccessOutcome.Granted(signedIn);
      case TokenCheck.Invalid _ -> new AccessOutcome.TokenInvalid();
      case TokenCheck.Expired _ -> new AccessOutcome.TokenExpired();
    };
  }
}
