package dev.photobridge.adapter.provider.http;

import java.io.IOException;

/// A proxy opens no tunnel to the provider.
final class RefusedTunnelException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int PROXY_WANTS_LOGIN = 407;

  private final int status;

  RefusedTunnelException(int status) {
    super("the proxy opens no tunnel (HTTP " + status + ")");
    this.status = status;
  }

  /// Whether it does not know us.
  boolean isAboutLogin() {
    return status == PROXY_WANTS_LOGIN;
  }
}
