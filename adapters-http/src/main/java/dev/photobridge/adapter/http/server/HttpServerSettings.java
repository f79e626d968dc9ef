package dev.photobridge.adapter.http.server;

import java.time.Duration;

/// Where the server listens and how patient it is.
///
/// @param host name or address of the interface to listen on
/// @param port 0 for any free one
/// @param publicOverHttps whether the outside reaches it over https
/// @param idleTimeout after so long without a byte a connection that is being read or written is
///   cut; waiting for a photo to be processed does not count
/// @param stopTimeout how long requests under way may take when the server stops
public record HttpServerSettings(
    String host, int port, boolean publicOverHttps, Duration idleTimeout, Duration stopTimeout) {

  /// Listens here, with the usual patience.
  public static HttpServerSettings on(String host, int port, boolean publicOverHttps) {
    return new HttpServerSettings(
        host, port, publicOverHttps, Duration.ofSeconds(30), Duration.ofSeconds(10));
  }
}
