package dev.photobridge.adapter.http.server;

import java.util.function.BiConsumer;

/// Headers of every answer, unless a handler sets another value: nothing is kept by caches, framed,
/// guessed at, or run.
final class SecurityHeaders {
  private SecurityHeaders() {}

  static void addTo(BiConsumer<String, String> headers) {
    headers.accept("Cache-Control", "no-store");
    headers.accept("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    headers.accept("Referrer-Policy", "no-referrer");
    headers.accept("X-Content-Type-Options", "nosniff");
    headers.accept("X-Frame-Options", "DENY");
  }
}
