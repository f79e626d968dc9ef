package dev.photobridge.app.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server that a test may stop and start again: the same data at the same address.
public final class OwnPostgres implements AutoCloseable {
  private final Path folder;
  private final int port;
  private @Nullable EmbeddedPostgres running;

  /// Starts it with no data.
  public OwnPostgres(Path folder) throws IOException {
    this.folder = folder;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    start();
  }

  /// The keys that lead the server here.
  public Map<String, String> keys() {
    return Map.of("DATABASE_URL", url(), "DATABASE_USER", "postgres");
  }

  /// Its address for JDBC.
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /// Starts it again.
  public void start() throws IOException {
    running =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(Path.of("target", "postgres").toFile())
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setPort(port)
            .start();
  }

  /// Stops it under the hands of whoever uses it: all connections are cut, open transactions rolled
  /// back.
  public void stop() throws IOException {
    if (running != null) {
      running.close();
    }
    running = null;
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
