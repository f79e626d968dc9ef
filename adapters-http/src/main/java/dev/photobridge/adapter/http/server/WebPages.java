package dev.photobridge.adapter.http.server;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.page.PageRouter;
import dev.photobridge.adapter.http.page.PageRoutes;
import dev.photobridge.adapter.http.page.Templates;
import dev.photobridge.adapter.http.page.asset.AssetRoute;
import dev.photobridge.openapi.api.PageSessionApi;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.List;

/// The pages for operators.
///
/// @param templates that draw them
/// @param pages in no order
/// @param clock says when a page is drawn
public record WebPages(Templates templates, List<PageRoutes> pages, InstantSource clock) {
  public WebPages {
    pages = List.copyOf(pages);
  }

  PageRouter router(
      JavalinDefaultRoutingApi routes, PageSessionApi<ApiCall> sessions, ErrorMessages messages) {
    return new PageRouter(routes, sessions, templates, messages, clock);
  }

  void register(JavalinDefaultRoutingApi routes, PageRouter router) {
    new AssetRoute(templates.assets()).register(routes);
    pages.forEach(page -> page.register(router));
  }
}
