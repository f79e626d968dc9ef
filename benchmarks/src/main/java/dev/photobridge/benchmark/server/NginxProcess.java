package dev.photobridge.benchmark.server;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// nginx as it passes requests on to the fake, with its defaults but for the size of bodies.
public final class NginxProcess implements AutoCloseable {
  private static final int START_ATTEMPTS = 200;
  private static final long LOOK_AGAIN_MS = 20;

  /// Whether nginx reads the whole request before it passes it on.
  public enum Requests {
    /// Its default: into a file, where they are large.
    BUFFERED("on"),
    /// Passed on as they come.
    UNBUFFERED("off");

    private final String proxyRequestBuffering;

    Requests(String proxyRequestBuffering) {
      this.proxyRequestBuffering = proxyRequestBuffering;
    }
  }

  private final ChildProcess process;
  private final URI base;

  private NginxProcess(ChildProcess process, URI base) {
    this.process = process;
    this.base = base;
  }

  /// The program, where the `PATH` has it.
  public static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Starts it and waits until it listens.
  ///
  /// @param upstream where requests go
  /// @param folder its own; gets its configuration, its log and the bodies
  public static NginxProcess start(Path program, Requests requests, URI upstream, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int port = freePort();
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, configuration(requests, upstream, folder, port));
    var process =
        ChildProcess.start(
            List.of(
                program.toString(),
                "-p",
                folder.toString(),
                "-c",
                configuration.toString(),
                "-e",
                folder.resolve("error.log").toString()),
            Map.of(),
            folder.resolve("nginx.log"));
    var nginx = new NginxProcess(process, URI.create("http://127.0.0.1:" + port));
    nginx.awaitPort(port);
    return nginx;
  }

  /// Its address, without a path.
  public URI base() {
    return base;
  }

  @Override
  public void close() {
    process.close();
  }

  private void awaitPort(int port) throws InterruptedException {
    for (int i = 0; i < START_ATTEMPTS; i++) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return;
      } catch (IOException _) {
        Thread.sleep(LOOK_AGAIN_MS);
      }
    }
    String said = process.log();
    close();
    throw new IllegalStateException("nginx does not listen: " + said);
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static String configuration(Requests requests, URI upstream, Path folder, int port) {
    // the workers run as who starts them, who may write to the folder
    return """
    daemon off;
    user %s;
    worker_processes auto;
    pid %s/nginx.pid;
    events { worker_connections 4096; }
    http {
      access_log off;
      client_max_body_size 64m;
      client_body_temp_path %s/bodies;
      proxy_temp_path %s/answers;
      fastcgi_temp_path %s/fastcgi;
      uwsgi_temp_path %s/uwsgi;
      scgi_temp_path %s/scgi;
      server {
        listen 127.0.0.1:%d;
        location / {
          proxy_pass %s;
          proxy_request_buffering %s;
          proxy_read_timeout 120s;
        }
      }
    }
    """
        .formatted(
            System.getProperty("user.name"),
            folder,
            folder,
            folder,
            folder,
            folder,
            folder,
            port,
            upstream,
            requests.proxyRequestBuffering);
  }
}
