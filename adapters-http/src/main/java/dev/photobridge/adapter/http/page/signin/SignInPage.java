package dev.photobridge.adapter.http.page.signin;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.page.FormFields;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.page.PageRoutes;
import dev.photobridge.adapter.http.page.Section;
import dev.photobridge.openapi.api.PageSessionApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.LoginRequestDto;

/// Where operators sign in and out.
public final class SignInPage implements PageRoutes {
  private final PageSessionApi<ApiCall> sessions;

  /// Opens and closes these sessions.
  public SignInPage(PageSessionApi<ApiCall> sessions) {
    this.sessions = sessions;
  }

  /// The form.
  ///
  /// @param username as typed before
  /// @param next where to go then
  /// @param refusal why it did not work before; empty at first
  public record SignInView(String username, String next, String refusal) {}

  @Override
  public void register(PageRouter router) {
    router.getOpen("/sign-in", this::show);
    router.postOpen("/sign-in", this::signIn);
    router.post("/sign-out", this::signOut);
  }

  private void show(PageCall call) {
    draw(call, 200, new SignInView("", call.wantedPath(), ""));
  }

  private void signIn(PageCall call) throws Exception {
    refuseOtherSites(call);
    FormFields form = call.form();
    String username = form.first("username").orElse("").strip();
    String password = form.first("password").orElse("");
    try {
      sessions.openSession(call.api(), new LoginRequestDto(username, password));
    } catch (ErrorAnswerException e) {
      ErrorAnswer refusal = e.answer();
      draw(
          call,
          refusal.code().status(),
          new SignInView(username, call.wantedPath(), call.text(refusal)));
      return;
    }
    call.goTo(call.wantedPath());
  }

  private void signOut(PageCall call) throws Exception {
    sessions.closeSession(call.api());
    call.goTo("/sign-in");
  }

  private static void draw(PageCall call, int status, SignInView view) {
    call.show(status, Section.NONE, "signin/signin", view);
  }

  /// Nobody is to be signed in by a page that is not ours.
  static void refuseOtherSites(PageCall call) {
    if (call.isFromAnotherSite()) {
      throw ErrorAnswer.of(ErrorCodeDto.FORBIDDEN).asException();
    }
  }
}
