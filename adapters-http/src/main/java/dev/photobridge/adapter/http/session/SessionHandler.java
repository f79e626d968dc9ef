package dev.photobridge.adapter.http.session;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.openapi.api.SessionApi;
import dev.photobridge.openapi.model.LoginRequestDto;
import dev.photobridge.openapi.model.LoginResponseDto;

/// Signs operators' programs in.
public final class SessionHandler implements SessionApi<ApiCall> {
  private final PasswordSignIn signIn;
  private final OperatorTokens tokens;

  /// Wired by the application; see the parameters' types.
  public SessionHandler(PasswordSignIn signIn, OperatorTokens tokens) {
    this.signIn = signIn;
    this.tokens = tokens;
  }

  @Override
  public LoginResponseDto login(ApiCall call, LoginRequestDto request) {
    IssuedToken token = tokens.begin(signIn.account(request, call.clientAddress()));
    return new LoginResponseDto(
        token.value(),
        LoginResponseDto.TokenTypeEnum.BEARER,
        Math.toIntExact(token.validFor().toSeconds()));
  }
}
