package dev.photobridge.app.cli;

import dev.photobridge.app.booth.BoothClient;
import dev.photobridge.app.booth.BoothPhoto;
import dev.photobridge.app.booth.BoothReply;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.app.server.PhotobridgeServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `photobridge demo`: the main job once, before a newcomer's eyes.
@Command(
    name = "demo",
    description = {
      "Starts the server, sends a real photo just as DSLR Remote Pro does,",
      "saves the processed photo, and keeps serving."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Spec private CommandSpec spec;
  @Mixin private ConfigurationOption configurationOption;

  /// Made by the command line library.
  DemoCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Optional<Configuration> configuration = configurationOption.read(err);
    if (configuration.isEmpty()) {
      return ExitCode.USAGE;
    }
    PrintWriter terminal = spec.commandLine().getOut();
    return new ForegroundServer(err)
        .run(
            configuration.get(),
            text -> say(terminal, text),
            server -> show(server, configuration.get(), terminal));
  }

  private static void show(
      PhotobridgeServer server, Configuration configuration, PrintWriter terminal) {
    say(terminal, "The server runs at " + server.address());
    DemoSlot slot = DemoSlot.of(server);
    say(terminal, slot.description());
    Path photo = DemoSlot.photo();
    URI link = ServerAddress.local(server.port(), slot.id());
    say(terminal, "Sending " + photo + " to " + link + " as DSLR Remote Pro does …");
    try (var booth = new BoothClient(PATIENCE)) {
      Path folder = Files.createDirectories(configuration.dataDir().resolve("demo"));
      long start = System.nanoTime();
      BoothReply reply =
          booth.post(
              link,
              BoothPhoto.of(
                  photo, server.credentials().ingestPassword(), "photobridge-demo", Instant.now()),
              folder.resolve("dandelions-processed"));
      double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
      say(terminal, result(reply, seconds));
    } catch (IOException e) {
      say(terminal, "The photo could not be sent: " + SendTrouble.described(e, photo, link));
    }
    say(terminal, summary(server, configuration, slot));
  }

  private static String result(BoothReply reply, double seconds) {
    return switch (reply) {
      case BoothReply.Photo saved ->
          """

            The processed photo is here, %.1f s after it was sent:
              %s
          """
              .formatted(seconds, saved.file());
      case BoothReply.Refused refused ->
          "The server answered %d: %s".formatted(refused.status(), refused.body().strip());
    };
  }

  private static String summary(
      PhotobridgeServer server, Configuration configuration, DemoSlot slot) {
    var text = new StringBuilder();
    text.append("  Web address   ").append(server.address()).append('\n');
    server
        .credentials()
        .passwords()
        .forEach(
            (name, password) ->
                text.append("  Sign in as    %s, password %s%n".formatted(name, password)));
    text.append("  For the booth %s/ingest/%s%n".formatted(server.address(), slot.id()));
    text.append("                password %s%n".formatted(server.credentials().ingestPassword()));
    text.append("  (the passwords are kept in %s)%n".formatted(configuration.secretsFile()));
    text.append("\nServing until Ctrl-C. Another photo, from another terminal:\n");
    text.append("  ./photobridge send --slot %s PHOTO.jpg%n".formatted(slot.id()));
    return text.toString();
  }

  private static void say(PrintWriter terminal, String text) {
    terminal.println(text);
    terminal.flush();
  }
}
