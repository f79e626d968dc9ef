package dev.photobridge.adapter.http.server;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.contract.RouteAccess;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.page.FormFields;
import dev.photobridge.adapter.http.session.OperatorAccess;
import dev.photobridge.adapter.http.session.OperatorAccess.AccessOutcome;
import dev.photobridge.adapter.http.session.RequestCredentials;
import dev.photobridge.openapi.model.ErrorCodeDto;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;

/// Lets a request pass to its route if it may. A route that does not say who may call it is closed
/// to everybody.
final class AccessCheck implements Handler {
  private final OperatorAccess access;

  AccessCheck(OperatorAccess access) {
    this.access = access;
  }

  @Override
  public void handle(Context ctx) {
    if (ctx.routeRoles().contains(RouteAccess.PUBLIC)) {
      return;
    }
    boolean forPage = ctx.routeRoles().contains(RouteAccess.PAGE);
    if (!forPage && !ctx.routeRoles().contains(RouteAccess.OPERATOR)) {
      // HEAD lands here where there is only a GET route
      throw ExceptionAnswers.methodNotAllowed(ctx.method().name(), List.of("GET")).asException();
    }
    switch (access.check(forPage ? ofPage(ctx) : credentials(ctx))) {
      case AccessOutcome.Granted granted -> ApiCall.signedIn(ctx, granted.signedIn());
      case AccessOutcome.TokenMissing _ -> throw refusal(ctx, ErrorCodeDto.TOKEN_MISSING);
      case AccessOutcome.TokenInvalid _ -> throw refusal(ctx, ErrorCodeDto.TOKEN_INVALID);
      case AccessOutcome.TokenExpired _ -> throw refusal(ctx, ErrorCodeDto.TOKEN_EXPIRED);
      case AccessOutcome.OtherSite _ -> throw ErrorAnswer.of(ErrorCodeDto.FORBIDDEN).asException();
      case AccessOutcome.CsrfTokenInvalid _ ->
          throw ErrorAnswer.of(ErrorCodeDto.CSRF_TOKEN_INVALID).asException();
    }
  }

  private static RequestCredentials credentials(Context ctx) {
    return new RequestCredentials(
        ctx.method().equals(HandlerType.GET),
        Optional.ofNullable(ctx.header("Sec-Fetch-Site")),
        Optional.ofNullable(ctx.header("Authorization")),
        ctx.cookieMap(),
        Optional.ofNullable(ctx.header("X-CSRF-Token")));
  }

  /// A page may be opened from anywhere, since nobody else can read it. Forms that no script sends
  /// have the token among their fields.
  private static RequestCredentials ofPage(Context ctx) {
    boolean opens = ctx.method().equals(HandlerType.GET);
    return new RequestCredentials(
        opens,
        opens ? Optional.empty() : Optional.ofNullable(ctx.header("Sec-Fetch-Site")),
        Optional.empty(),
        ctx.cookieMap(),
        Optional.ofNullable(ctx.header("X-CSRF-Token"))
            .or(() -> opens ? Optional.empty() : FormFields.of(ctx).first(FormFields.CSRF_TOKEN)));
  }

  private static ErrorAnswerException refusal(Context ctx, ErrorCodeDto code) {
    ctx.header("WWW-Authenticate", "Bearer");
    return ErrorAnswer.of(code).asException();
  }
}
