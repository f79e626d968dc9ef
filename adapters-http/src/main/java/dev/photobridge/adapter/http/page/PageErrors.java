package dev.photobridge.adapter.http.page;

import dev.photobridge.adapter.http.contract.RouteAccess;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Errors as people in front of a browser get them. Scripts and programs get the API's.
public final class PageErrors {
  private static final List<String> OF_PROGRAMS =
      List.of("/api/", "/health/", "/ingest/", "/metrics", "/public/", "/webhooks/");
  private static final int SERVER_FAULT = 500;

  private final PageRouter pages;

  /// Draws them as these pages are drawn.
  public PageErrors(PageRouter pages) {
    this.pages = pages;
  }

  /// What the page of an error says.
  ///
  /// @param status of the answer
  /// @param message what is wrong and what to do
  /// @param requestId to be found in the log; empty where nobody needs it
  public record ErrorView(int status, String message, String requestId) {}

  /// Answers a request with a page that tells of an error, if it is one for a page.
  ///
  /// @return whether it was
  public boolean write(Context ctx, ErrorAnswer answer) {
    if (!isForPage(ctx)) {
      return false;
    }
    // also where a script goes on with the answer, in the operator's language
    PageCall call = pages.call(ctx);
    if (PageCall.isFragment(ctx) || !wantsHtml(ctx)) {
      return false;
    }
    if (isAboutSession(answer)) {
      call.goTo("/sign-in?next=" + URLEncoder.encode(nextOf(ctx), StandardCharsets.UTF_8));
      return true;
    }
    int status = answer.code().status();
    String requestId =
        status < SERVER_FAULT ? "" : String.valueOf(ctx.res().getHeader("X-Request-Id"));
    call.show(
        status, Section.NONE, "error/error", new ErrorView(status, call.text(answer), requestId));
    return true;
  }

  private static boolean isForPage(Context ctx) {
    return PageCall.isOf(ctx)
        || ctx.routeRoles().contains(RouteAccess.PAGE)
        || (ctx.routeRoles().isEmpty() && OF_PROGRAMS.stream().noneMatch(ctx.path()::startsWith));
  }

  private static boolean wantsHtml(Context ctx) {
    String accept = ctx.header("Accept");
    return accept != null && accept.contains("text/html");
  }

  private static boolean isAboutSession(ErrorAnswer answer) {
    return switch (answer.code()) {
      case TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED -> true;
      default -> false;
    };
  }

  /// A form is sent again by hand only.
  private static String nextOf(Context ctx) {
    return ctx.method().name().equals("GET") ? PageCall.address(ctx) : "/";
  }
}
