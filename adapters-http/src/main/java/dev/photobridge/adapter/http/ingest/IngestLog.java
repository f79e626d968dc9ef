package dev.photobridge.adapter.http.ingest;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorResponses;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line in the log for every ingest request that has been answered. Form fields and the query
/// stay out of it.
public final class IngestLog implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(IngestLog.class);
  private static final Pattern SLOT_LINK =
      Pattern.compile("/ingest/([a-z][a-z0-9_-]{0,31}/)?slot-[0-9]{3}");

  @Override
  public void handle(Context ctx) {
    LOG.info(
        "ingest {}: {} {} in {} s, job {}",
        slot(ctx),
        ctx.statusCode(),
        ErrorResponses.of(ctx).map(answer -> answer.code().value()).orElse("ok"),
        seconds(ApiCall.of(ctx).stopwatch().elapsed()),
        ctx.res().containsHeader(IngestHandler.JOB_HEADER)
            ? ctx.res().getHeader(IngestHandler.JOB_HEADER)
            : "none");
  }

  /// What stands in the link may be anything; only what may name a slot is written down.
  private static String slot(Context ctx) {
    String path = ctx.path();
    return SLOT_LINK.matcher(path).matches() ? path.substring("/ingest/".length()) : "(no slot)";
  }

  private static String seconds(Duration elapsed) {
    return String.format(Locale.ROOT, "%.3f", elapsed.toMillis() / 1000.0);
  }
}
