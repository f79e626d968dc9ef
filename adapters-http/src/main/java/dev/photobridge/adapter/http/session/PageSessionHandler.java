package dev.photobridge.adapter.http.session;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.call.SignedIn;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.application.port.in.SignOutUseCase;
import dev.photobridge.openapi.api.PageSessionApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.LoginRequestDto;
import dev.photobridge.openapi.model.SessionDto;

/// Signs operators' pages in and out, by a cookie that scripts can't read.
public final class PageSessionHandler implements PageSessionApi<ApiCall> {
  private final PasswordSignIn signIn;
  private final OperatorTokens tokens;
  private final SessionCookie cookie;
  private final SignOutUseCase signOut;

  /// Wired by the application; see the parameters' types.
  public PageSessionHandler(
      PasswordSignIn signIn, OperatorTokens tokens, SessionCookie cookie, SignOutUseCase signOut) {
    this.signIn = signIn;
    this.tokens = tokens;
    this.cookie = cookie;
    this.signOut = signOut;
  }

  @Override
  public SessionDto openSession(ApiCall call, LoginRequestDto request) {
    return handedOut(call, tokens.begin(signIn.account(request, call.clientAddress())));
  }

  @Override
  public SessionDto getSession(ApiCall call) {
    return dto(call.signedIn());
  }

  @Override
  public SessionDto renewSession(ApiCall call) {
    return tokens
        .renew(call.signedIn().session())
        .map(token -> handedOut(call, token))
        .orElseThrow(() -> ErrorAnswer.of(ErrorCodeDto.TOKEN_EXPIRED).asException());
  }

  @Override
  public void closeSession(ApiCall call) {
    signOut.signOut(call.signedIn().session());
    setCookie(call, cookie.takenBack());
  }

  private SessionDto handedOut(ApiCall call, IssuedToken token) {
    setCookie(call, cookie.carrying(token.value(), token.validFor()));
    return dto(token.signedIn());
  }

  private SessionDto dto(SignedIn signedIn) {
    return new SessionDto(
        signedIn.session().account().value(),
        signedIn.until(),
        tokens.csrfToken(signedIn.session()));
  }

  private static void setCookie(ApiCall call, String value) {
    call.header("Set-Cookie", value);
  }
}
