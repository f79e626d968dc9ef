package dev.photobridge.adapter.http.site;

import dev.photobridge.adapter.http.contract.RouteAccess;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page at `/`: the server runs, and here is what it can do. Not part of the contract.
public final class HomePage {
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

  private final String html =
      new String(
          ClassPathFile.read("/dev/photobridge/adapter/http/site/home.html"),
          StandardCharsets.UTF_8);
  private final String policy =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src '"
          + hashOfStyle(html)
          + "'";

  /// Adds the page.
  public void register(JavalinDefaultRoutingApi routes) {
    routes.get("/", this::show, RouteAccess.PUBLIC);
  }

  private void show(Context ctx) {
    ctx.header("Content-Security-Policy", policy);
    ctx.header("Cache-Control", "no-cache");
    ctx.contentType("text/html; charset=utf-8").result(html);
  }

  /// The page's own style and no other (CSP Level 3, section 2.3.1).
  private static String hashOfStyle(String html) {
    Matcher style = STYLE.matcher(html);
    if (!style.find()) {
      throw new IllegalStateException("the page has no style");
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
