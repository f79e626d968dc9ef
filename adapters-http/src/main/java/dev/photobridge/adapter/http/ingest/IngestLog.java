package dev.photobridge.adapter.http.ingest;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorResponses;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
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
        "ingest {}: {} {} in {} s, job {}{}",
        slot(ctx),
        ctx.statusCode(),
        ErrorResponses.of(ctx).map(answer -> answer.code().value()).orElse("ok"),
        seconds(ApiCall.of(ctx).stopwatch().elapsed()),
        header(ctx, PhotoReply.JOB_HEADER).orElse("none"),
        header(ctx, PhotoReply.FAILURE_HEADER).map(why -> substitution(ctx, why)).orElse(""));
  }

  private static String substitution(Context ctx, String why) {
    return "; the booth got the %s instead of a processed photo, because: %s"
        .formatted(
            header(ctx, PhotoReply.REPLY_HEADER).filter(PhotoReply.LOCAL_EFFECT::equals).isPresent()
                ? "photo with the slot's local effect"
                : "original photo",
            why);
  }

  private static Optional<String> header(Context ctx, String name) {
    return Optional.ofNullable(ctx.res().getHeader(name));
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
