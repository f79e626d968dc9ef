package dev.photobridge.adapter.http.page;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.contract.RouteAccess;
import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.openapi.api.PageSessionApi;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;

/// Where pages name their addresses. Paths are Javalin's: `/slots/{slot_id}`.
public final class PageRouter {
  private final JavalinDefaultRoutingApi routes;
  private final PageSessionApi<ApiCall> sessions;
  private final Templates templates;
  private final ErrorMessages messages;
  private final InstantSource clock;

  /// Pages on these routes.
  ///
  /// @param sessions tells pages in which session they are
  /// @param messages what refusals say
  public PageRouter(
      JavalinDefaultRoutingApi routes,
      PageSessionApi<ApiCall> sessions,
      Templates templates,
      ErrorMessages messages,
      InstantSource clock) {
    this.routes = routes;
    this.sessions = sessions;
    this.templates = templates;
    this.messages = messages;
    this.clock = clock;
  }

  /// A page for operators. Others are asked to sign in first.
  public void get(String path, PageAction handler) {
    routes.get(path, calling(handler), RouteAccess.PAGE);
  }

  /// A form that operators send. It needs the page's `csrf_token`.
  public void post(String path, PageAction handler) {
    routes.post(path, calling(handler), RouteAccess.PAGE);
  }

  /// A page for everybody.
  public void getOpen(String path, PageAction handler) {
    routes.get(path, calling(handler), RouteAccess.PUBLIC);
  }

  /// A form for everybody; the handler itself sees to it that no other site sends it.
  public void postOpen(String path, PageAction handler) {
    routes.post(path, calling(handler), RouteAccess.PUBLIC);
  }

  private Handler calling(PageAction handler) {
    return ctx -> handler.handle(call(ctx));
  }

  /// The call of a request, also of one that no page answers.
  public PageCall call(Context ctx) {
    return PageCall.of(ctx, sessions, templates, messages, clock);
  }
}
