package dev.photobridge.benchmark.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes the time of a start.
public final class StartingServer {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final long LOOK_AGAIN_MS = 3;

  private StartingServer() {}

  /// Starts the packaged program, asks it whether it lives until it says so, and stops it.
  ///
  /// @param folder its own
  /// @param options for the JVM
  /// @param keys of the configuration
  /// @throws IllegalStateException when it does not start
  public static double secondsToFirstAnswer(
      Path folder, List<String> options, Map<String, String> keys)
      throws IOException, InterruptedException {
    int port = freePort();
    var allKeys = new HashMap<>(keys);
    allKeys.put("HTTP_PORT", Integer.toString(port));
    URI health = URI.create("http://127.0.0.1:" + port + "/health/live");
    long start = System.nanoTime();
    try (ChildProcess process = PhotobridgeProcess.begin(folder, options, allKeys)) {
      while (!lives(health)) {
        if (!process.isAlive() || System.nanoTime() - start > LONGEST.toNanos()) {
          throw new IllegalStateException("it does not start: " + process.log());
        }
        Thread.sleep(LOOK_AGAIN_MS);
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static boolean lives(URI health) {
    try {
      var connection = (HttpURLConnection) health.toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
