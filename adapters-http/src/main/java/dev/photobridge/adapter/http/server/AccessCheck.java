package dev.photobridge.adapter.http.server;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.contract.RouteAccess;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.session.TokenCheck;
import dev.photobridge.adapter.http.session.TokenChecker;
import dev.photobridge.openapi.model.ErrorCodeDto;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;

/// Lets a request pass to its route if it may. A route that does not say who may call it is closed
/// to everybody.
final class AccessCheck implements Handler {
  private final TokenChecker tokens;

  AccessCheck(TokenChecker tokens) {
    this.tokens = tokens;
  }

  @Override
  public void handle(Context ctx) {
    if (ctx.routeRoles().contains(RouteAccess.PUBLIC)) {
      return;
    }
    if (!ctx.routeRoles().contains(RouteAccess.OPERATOR)) {
      // HEAD lands here where there is only a GET route
      throw ExceptionAnswers.methodNotAllowed(ctx.method().name(), List.of("GET")).asException();
    }
    switch (tokens.check(Optional.ofNullable(ctx.header("Authorization")))) {
      case TokenCheck.Valid valid -> ApiCall.signedIn(ctx, valid.operator());
      case TokenCheck.Missing _ -> throw refusal(ctx, ErrorCodeDto.TOKEN_MISSING);
      case TokenCheck.Invalid _ -> throw refusal(ctx, ErrorCodeDto.TOKEN_INVALID);
      case TokenCheck.Expired _ -> throw refusal(ctx, ErrorCodeDto.TOKEN_EXPIRED);
    }
  }

  private static ErrorAnswerException refusal(Context ctx, ErrorCodeDto code) {
    ctx.header("WWW-Authenticate", "Bearer");
    return ErrorAnswer.of(code).asException();
  }
}
