package dev.photobridge.app.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.photobridge.app.Photobridge;
import dev.photobridge.app.config.ConfigurationKey;
import dev.photobridge.domain.slot.SlotId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server that is a process of its own, so that it can be killed.
public final class ServerNode implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("Ready for photos: (http://\\S+)");
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final Process process;
  private final Path log;

  private ServerNode(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /// Begins to start it, with these keys on top of the defaults and nothing of the environment.
  ///
  /// @param folder its own; gets its data and `server.log`
  public static ServerNode starting(Path folder, Map<String, String> keys) throws IOException {
    return starting(
        folder,
        keys,
        List.of("-cp", System.getProperty("java.class.path"), Photobridge.class.getName()));
  }

  /// The same with the program as it is packaged, and the libraries that lie beside it.
  public static ServerNode packaged(Path jar, Path folder, Map<String, String> keys)
      throws IOException {
    return starting(folder, keys, List.of("-jar", jar.toString()));
  }

  private static ServerNode starting(Path folder, Map<String, String> keys, List<String> program)
      throws IOException {
    Path log = Files.createDirectories(folder).resolve("server.log");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dphotobridge.home=" + Path.of("..").toAbsolutePath().normalize()));
    command.addAll(program);
    command.add("serve");
    var builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    List.of(ConfigurationKey.values()).forEach(key -> environment.remove(key.name()));
    environment.put("HTTP_PORT", "0");
    environment.put("DATA_DIR", folder.resolve("data").toString());
    environment.putAll(keys);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new ServerNode(builder.start(), log);
  }

  /// Waits until it takes photos.
  public ServerNode awaitReady() {
    await().atMost(LONGEST_START).until(() -> address().isPresent() || !process.isAlive());
    assertThat(process.isAlive()).as("the server runs: %s", log()).isTrue();
    return this;
  }

  /// The ingest link of a slot of the first account.
  public URI ingestLink(int slot) {
    return address().orElseThrow().resolve("/ingest/" + SlotId.number(slot));
  }

  /// `kill -9`.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// SIGTERM, and what it exits with.
  public int stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("it stops: %s", log()).isTrue();
    return process.exitValue();
  }

  /// What it wrote.
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private Optional<URI> address() {
    Matcher line = READY.matcher(log());
    return line.find() ? Optional.of(URI.create(line.group(1))) : Optional.empty();
  }
}
