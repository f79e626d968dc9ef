package dev.photobridge.adapter.http.page.asset;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.contract.RouteAccess;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.openapi.model.ErrorCodeDto;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.util.Optional;

/// Hands out the files that pages load, to everybody.
public final class AssetRoute {
  private static final String KEPT = "public, max-age=31536000, immutable";

  private final Assets assets;

  /// Hands out these.
  public AssetRoute(Assets assets) {
    this.assets = assets;
  }

  /// Adds their addresses.
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/assets/{version}/{folder}/{file}", this::send, RouteAccess.PUBLIC);
  }

  private void send(Context ctx) throws IOException {
    String name = ctx.pathParam("folder") + "/" + ctx.pathParam("file");
    Asset asset =
        assets
            .find(name)
            .orElseThrow(() -> ErrorAnswer.of(ErrorCodeDto.ROUTE_NOT_FOUND).asException());
    // a page of another version gets what is there, but keeps none of it
    ctx.header(
        "Cache-Control", assets.mayBeKept(ctx.pathParam("version")) ? KEPT : "no-cache, no-store");
    ctx.header("Vary", "Accept-Encoding");
    boolean packed = takesGzip(ctx);
    if (packed) {
      ctx.header("Content-Encoding", "gzip");
    }
    ApiCall.of(ctx).send(asset.type(), packed ? asset.packed() : asset.bytes());
  }

  private static boolean takesGzip(Context ctx) {
    return Optional.ofNullable(ctx.header("Accept-Encoding"))
        .filter(encodings -> encodings.contains("gzip"))
        .isPresent();
  }
}
