package dev.photobridge.adapter.http.metrics;

import dev.photobridge.adapter.http.call.ApiCall;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;

/// Counts and times every request that has been answered, by operation; what the path says besides
/// is nobody's label.
public final class RequestMeters implements Handler {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final MeterRegistry registry;

  /// Counts in this registry.
  public RequestMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void handle(Context ctx) {
    String method = ctx.method().name();
    Timer.builder("photobridge.http.request")
        .description("How long requests took")
        .tags(
            "method", METHODS.contains(method) ? method : "other",
            "operation", operation(ctx),
            "status", Integer.toString(ctx.statusCode()))
        .register(registry)
        .record(ApiCall.of(ctx).stopwatch().elapsed());
  }

  /// The path of the contract that a request was made to, with its names in braces.
  private static String operation(Context ctx) {
    Endpoint route = ctx.endpoints().matchedHttpEndpoint();
    return route == null ? "none" : route.path;
  }
}
