package dev.photobridge.fault.installation;

import dev.photobridge.app.config.ConfigurationKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A node of the installation: the packaged program in a process of its own, which may be killed
/// and started again at the same address.
public final class NodeProcess implements AutoCloseable {
  private static final String READY = "Ready for photos";
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final String name;
  private final Program program;
  private final Path log;
  private final Map<String, String> keys;
  private final int port;
  private long logStart;
  private @Nullable Process process;

  /// The program as it was built.
  ///
  /// @param home where it looks for its catalogue
  /// @param jar of the program, its libraries beside it
  public record Program(Path home, Path jar) {}

  /// @param folder its own, for its log
  /// @param keys its configuration, but for the port
  NodeProcess(String name, Program program, Path folder, Map<String, String> keys)
      throws IOException {
    this.name = name;
    this.program = program;
    this.log = Files.createDirectories(folder).resolve("server.log");
    this.keys = keys;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  /// What it is called, also by its provider key.
  public String name() {
    return name;
  }

  /// Where it listens.
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// What it wrote since it was made.
  public Path log() {
    return log;
  }

  /// Begins to start it.
  public void start() throws IOException {
    logStart = Files.exists(log) ? Files.size(log) : 0;
    var builder = new ProcessBuilder(command());
    Map<String, String> environment = builder.environment();
    List.of(ConfigurationKey.values()).forEach(key -> environment.remove(key.name()));
    environment.put("HTTP_PORT", Integer.toString(port));
    environment.putAll(keys);
    process =
        builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile())).start();
  }

  /// Waits until it takes photos.
  public void awaitReady() {
    boolean ready = Conditions.await(() -> isReady() || !isAlive(), LONGEST_START);
    if (!ready || !isAlive()) {
      throw new IllegalStateException(name + " did not start; its log is " + log);
    }
  }

  /// Whether its process is there.
  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /// `kill -9`; returns when it is gone.
  public void kill() throws InterruptedException {
    started().destroyForcibly().waitFor();
  }

  /// SIGTERM.
  ///
  /// @return what it exits with
  public int stop() throws InterruptedException {
    started().destroy();
    if (!started().waitFor(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException(name + " does not stop; its log is " + log);
    }
    return started().exitValue();
  }

  /// SIGSTOP: it does nothing from now on, and nobody hears that it is gone.
  public void freeze() throws IOException, InterruptedException {
    Signals.send("STOP", started().pid());
  }

  /// SIGCONT: it goes on as if nothing had happened.
  public void thaw() throws IOException, InterruptedException {
    Signals.send("CONT", started().pid());
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private Process started() {
    if (process == null) {
      throw new IllegalStateException(name + " was not started");
    }
    return process;
  }

  private boolean isReady() {
    try (var written = Files.newInputStream(log)) {
      written.skipNBytes(logStart);
      return new String(written.readAllBytes(), StandardCharsets.UTF_8).contains(READY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command() {
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Dphotobridge.home=" + program.home(),
            "-jar",
            program.jar().toString(),
            "serve"));
  }
}
