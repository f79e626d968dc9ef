package dev.photobridge.adapter.http.server;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorResponses;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// One line in the log for every answered request but those of booths, which have their own. Those
/// that change something or that we failed stand at INFO; pages and monitoring, which ask every few
/// seconds, at DEBUG. Of the request only its operation is written down.
final class RequestLog implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final int OUR_FAULT = 500;

  @Override
  public void handle(Context ctx) {
    Endpoint route = ctx.endpoints().matchedHttpEndpoint();
    if (route == null) {
      LOG.debug("request without a route: {}", ctx.statusCode());
    } else if (!route.path.startsWith("/ingest/")) {
      LOG.atLevel(level(ctx))
          .log(
              "{} {}: {} {} in {} ms{}",
              ctx.method().name(),
              route.path,
              ctx.statusCode(),
              ErrorResponses.of(ctx).map(answer -> answer.code().value()).orElse("ok"),
              ApiCall.of(ctx).stopwatch().elapsed().toMillis(),
              ApiCall.signedIn(ctx).map(account -> ", by " + account).orElse(""));
    }
  }

  private static Level level(Context ctx) {
    return CHANGING.contains(ctx.method().name()) || ctx.statusCode() >= OUR_FAULT
        ? Level.INFO
        : Level.DEBUG;
  }
}
