package dev.photobridge.adapter.http.server;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorResponses;
import dev.photobridge.adapter.http.page.PageErrors;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last stop of every exception: it becomes an answer, and a fault of ours a log entry.
final class ErrorEdge {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorEdge.class);

  private final ErrorResponses responses;
  private final PageErrors pages;

  ErrorEdge(ErrorResponses responses, PageErrors pages) {
    this.responses = responses;
    this.pages = pages;
  }

  void handle(Exception e, Context ctx) {
    ErrorAnswer answer = ExceptionAnswers.of(e, ctx);
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    switch (answer.code()) {
      case INTERNAL_ERROR -> LOG.error("{} failed", operation(ctx), e);
      case STORAGE_FULL -> LOG.error("no room left on the disk: {}", e.getMessage());
      default -> LOG.debug("refused: {}", answer);
    }
    // of half an answer the connection is cut, because less came than its length says
    if (!ctx.res().isCommitted() && !pages.write(ctx, answer)) {
      responses.write(ctx, answer);
    }
  }

  private static String operation(Context ctx) {
    Endpoint route = ctx.endpoints().matchedHttpEndpoint();
    return ctx.method() + " " + (route == null ? "without a route" : route.path);
  }
}
