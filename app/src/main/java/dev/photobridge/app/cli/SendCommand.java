package dev.photobridge.app.cli;

import dev.photobridge.app.booth.BoothClient;
import dev.photobridge.app.booth.BoothPhoto;
import dev.photobridge.app.booth.BoothReply;
import dev.photobridge.app.config.Configuration;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `photobridge send`: acts as the booth.
@Command(
    name = "send",
    description =
        "Sends photos to a running server just as DSLR Remote Pro does, and saves what comes back.",
    mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigurationOption configurationOption;

  @Option(names = "--slot", required = true, description = "The slot, such as slot-001.")
  private String slot;

  @Option(names = "--account", description = "Whose slot; the first account's where not given.")
  private @Nullable String account;

  @Option(names = "--url", description = "The server; the configured one where not given.")
  private @Nullable URI url;

  @Option(
      names = "--password",
      description = "The ingest password; the one of the secrets file where not given.")
  private @Nullable String password;

  @Option(names = "--out", description = "Where to save the results; here where not given.")
  private Path out = Path.of("");

  @Option(
      names = "--timeout-sec",
      description =
          "How long to wait for each photo, in seconds; ${DEFAULT-VALUE} where not given.")
  private int timeoutSec = 60;

  @Parameters(paramLabel = "PHOTO", arity = "1..*", description = "JPEG or PNG files.")
  private List<Path> photos;

  /// Made by the command line library.
  SendCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter terminal = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<Configuration> configuration = configurationOption.read(err);
    if (configuration.isEmpty()) {
      return ExitCode.USAGE;
    }
    Optional<String> ingestPassword =
        Optional.ofNullable(password).or(() -> KnownSecrets.ingestPassword(configuration.get()));
    if (ingestPassword.isEmpty()) {
      err.println(
          "No ingest password: give one with --password, or run this where the server's "
              + configuration.get().secretsFile()
              + " can be read.");
      return ExitCode.USAGE;
    }
    Files.createDirectories(out);
    URI link = link(configuration.get());
    int failures = 0;
    try (var booth = new BoothClient(Duration.ofSeconds(timeoutSec))) {
      for (Path photo : photos) {
        failures += sent(booth, link, photo, ingestPassword.get(), terminal) ? 0 : 1;
      }
    }
    return failures == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private boolean sent(
      BoothClient booth, URI link, Path photo, String ingestPassword, PrintWriter terminal) {
    terminal.printf("%s -> %s … ", photo.getFileName(), link);
    terminal.flush();
    long start = System.nanoTime();
    Path target = out.resolve(nameWithoutExtension(photo) + "-processed");
    try {
      BoothReply reply =
          booth.post(
              link,
              BoothPhoto.of(photo, ingestPassword, "photobridge-send", Instant.now()),
              target);
      terminal.println(described(reply, Duration.ofNanos(System.nanoTime() - start)));
      return reply instanceof BoothReply.Photo;
    } catch (IOException e) {
      terminal.printf("failed: %s%n", SendTrouble.described(e, photo, link));
      return false;
    }
  }

  private URI link(Configuration configuration) {
    URI base = Optional.ofNullable(url).orElseGet(() -> ServerAddress.of(configuration.http()));
    String path = account == null ? "/ingest/" + slot : "/ingest/" + account + "/" + slot;
    return URI.create(base.toString().replaceFirst("/+$", "") + path);
  }

  private static String described(BoothReply reply, Duration time) {
    String seconds = "%.1f s".formatted(time.toMillis() / 1000.0);
    return switch (reply) {
      case BoothReply.Photo photo ->
          "200 in %s, %s%,d kB saved as %s"
              .formatted(
                  seconds,
                  photo.substitution() == null ? "" : photo.substitution() + ", ",
                  photo.size() / 1024,
                  photo.file().toAbsolutePath());
      case BoothReply.Refused refused ->
          "%d in %s: %s".formatted(refused.status(), seconds, refused.body().strip());
    };
  }

  private static String nameWithoutExtension(Path photo) {
    return photo.getFileName().toString().replaceFirst("\\.[^.]+$", "");
  }
}
