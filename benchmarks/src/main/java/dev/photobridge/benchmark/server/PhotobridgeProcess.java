package dev.photobridge.benchmark.server;

import dev.photobridge.adapter.persistence.secrets.Credentials;
import dev.photobridge.adapter.persistence.secrets.CredentialsFile;
import dev.photobridge.adapter.persistence.secrets.CredentialsOutcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The packaged program as a process of its own, on a free port.
public final class PhotobridgeProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("Ready for photos: (http://\\S+)");
  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final ChildProcess process;
  private final Path data;
  private final URI base;

  private PhotobridgeProcess(ChildProcess process, Path data, URI base) {
    this.process = process;
    this.data = data;
    this.base = base;
  }

  /// Starts it and waits until it takes photos.
  ///
  /// @param folder its own; gets its data, which are used again the next time, and its log
  /// @param options for the JVM, such as `-Xmx32m`
  /// @param keys of the configuration
  /// @throws IllegalStateException when it does not start
  public static PhotobridgeProcess start(
      Path folder, List<String> options, Map<String, String> keys)
      throws IOException, InterruptedException {
    ChildProcess process = begin(folder, options, keys);
    try {
      URI said = URI.create(process.await(READY, LONGEST_START).group(1));
      var base = URI.create("http://127.0.0.1:" + said.getPort());
      return new PhotobridgeProcess(process, data(folder), base);
    } catch (IllegalStateException | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  /// Starts it and does not wait for anything.
  static ChildProcess begin(Path folder, List<String> options, Map<String, String> keys)
      throws IOException {
    var environment = new HashMap<String, String>();
    environment.put("HTTP_PORT", "0");
    environment.put("DATA_DIR", data(folder).toString());
    environment.putAll(keys);
    var command = new ArrayList<>(List.of(ChildProcess.java()));
    command.addAll(ProgramFiles.launcherOptions());
    command.addAll(options);
    command.addAll(List.of("-jar", ProgramFiles.jar().toString(), "serve"));
    return ChildProcess.start(command, environment, folder.resolve("server.log"));
  }

  /// Its address, without a path.
  public URI base() {
    return base;
  }

  /// What it needs of the machine, without its database.
  public ProcessFigures figures() {
    return process.figures();
  }

  /// What it said.
  public String log() {
    return process.log();
  }

  /// Whether it still runs.
  public boolean isAlive() {
    return process.isAlive();
  }

  /// Kills it when the time is over, unless the watch is closed before: so that its clients do not
  /// wait for ever.
  public Watch killedIn(Duration time) {
    Thread watch =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    Thread.sleep(time);
                    process.kill();
                  } catch (InterruptedException _) {
                    // it was in time
                  }
                });
    return watch::interrupt;
  }

  /// Watches over a server.
  @FunctionalInterface
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /// Its passwords.
  public Credentials credentials() {
    var file = new CredentialsFile(data.resolve("secrets").resolve("runtime_credentials.json"));
    return switch (file.look()) {
      case CredentialsOutcome.Loaded loaded -> loaded.credentials();
      case CredentialsOutcome.Created created -> created.credentials();
      case CredentialsOutcome.Invalid invalid ->
          throw new IllegalStateException("the server's secrets: " + invalid.problems());
    };
  }

  @Override
  public void close() {
    process.close();
  }

  private static Path data(Path folder) {
    return folder.resolve("data");
  }
}
