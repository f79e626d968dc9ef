package dev.photobridge.adapter.http.testing;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.openapi.api.PageSessionApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.LoginRequestDto;
import dev.photobridge.openapi.model.SessionDto;

/// Sessions of pages without tokens: `serg` signs in by the password `right`.
public final class FakePageSession implements PageSessionApi<ApiCall> {
  /// What pages of [TestServer#SERGS_COOKIE] show with each change.
  public static final String CSRF_TOKEN = "csrf-of-serg";

  private static final SessionDto SERG =
      new SessionDto("serg", TestServer.NOW.plusSeconds(3600), CSRF_TOKEN);

  @Override
  public SessionDto openSession(ApiCall call, LoginRequestDto request) {
    if (!request.password().equals("right")) {
      throw ErrorAnswer.of(ErrorCodeDto.CREDENTIALS_WRONG).asException();
    }
    call.header("Set-Cookie", TestServer.SERGS_COOKIE);
    return SERG;
  }

  @Override
  public SessionDto getSession(ApiCall call) {
    call.signedIn();
    return SERG;
  }

  @Override
  public SessionDto renewSession(ApiCall call) {
    return SERG;
  }

  @Override
  public void closeSession(ApiCall call) {
    call.header("Set-Cookie", "photobridge_session=; Max-Age=0");
  }
}
