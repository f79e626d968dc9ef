package dev.photobridge.adapter.http.server;

import java.util.function.BiConsumer;

/// Headers of every answer, unless a handler sets another value: nothing is kept by caches, framed,
/// guessed at, or run, and no other site may use it.
///
/// @param https whether the server is reached over https, which browsers are then told to insist on
record SecurityHeaders(boolean https) {
  void addTo(BiConsumer<String, String> headers) {
    headers.accept("Cache-Control", "no-store");
    headers.accept("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    headers.accept("Cross-Origin-Resource-Policy", "same-origin");
    headers.accept("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    headers.accept("Referrer-Policy", "no-referrer");
    headers.accept("X-Content-Type-Options", "nosniff");
    headers.accept("X-Frame-Options", "DENY");
    if (https) {
      // over plain http browsers refuse it, with an error on their consoles
      headers.accept("Cross-Origin-Opener-Policy", "same-origin");
      headers.accept("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
