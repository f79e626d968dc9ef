package dev.photobridge.app.cli;

import dev.photobridge.app.config.Configuration;
import dev.photobridge.domain.slot.SlotId;
import java.net.URI;

/// Where a server is found.
final class ServerAddress {
  private ServerAddress() {}

  /// The server with this configuration, as the outside reaches it.
  static URI of(Configuration.Http http) {
    return http.publicBaseUrl().orElseGet(() -> URI.create("http://localhost:" + http.port()));
  }

  /// A slot's link at a server on this computer: by its own port, since the public address may lead
  /// through a proxy that does not run.
  static URI local(int port, SlotId slot) {
    return URI.create("http://localhost:%d/ingest/%s".formatted(port, slot));
  }
}
