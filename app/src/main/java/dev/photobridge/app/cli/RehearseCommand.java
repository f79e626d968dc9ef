package dev.photobridge.app.cli;

import dev.photobridge.app.booth.BoothClient;
import dev.photobridge.app.booth.BoothPhoto;
import dev.photobridge.app.booth.BoothReply;
import dev.photobridge.app.config.Configuration;
import dev.photobridge.app.config.ConfigurationOutcome;
import dev.photobridge.app.config.ConfigurationReader;
import dev.photobridge.app.server.PhotobridgeServer;
import dev.photobridge.app.server.StartOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `photobridge rehearse`: the whole program once, on data that is thrown away.
@Command(
    name = "rehearse",
    description = {
      "Starts the server on a folder of its own that is deleted afterwards, with defaults alone,",
      "opens a page, processes a photo, and stops. Says whether that worked. The launcher records",
      "meanwhile what a start needs, and later starts take half the time."
    },
    mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> PAGES = List.of("/health/live", "/sign-in", "/openapi.yaml");

  @Spec private CommandSpec spec;

  /// Made by the command line library.
  RehearseCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("photobridge-rehearsal-");
    try {
      return rehearse(configuration(folder), folder);
    } finally {
      delete(folder);
    }
  }

  private int rehearse(Configuration configuration, Path folder)
      throws IOException, InterruptedException {
    PrintWriter terminal = spec.commandLine().getOut();
    return switch (PhotobridgeServer.start(configuration, _ -> {})) {
      case StartOutcome.Failed failed -> {
        terminal.println("The server can't start: " + String.join("; ", failed.problems()));
        yield ExitCode.SOFTWARE;
      }
      case StartOutcome.Started started -> {
        try (PhotobridgeServer server = started.server()) {
          openPages(server);
          yield told(terminal, reply(server, folder));
        }
      }
    };
  }

  private static void openPages(PhotobridgeServer server) throws IOException, InterruptedException {
    try (HttpClient browser = HttpClient.newHttpClient()) {
      for (String page : PAGES) {
        var request = HttpRequest.newBuilder(server.address().resolve(page)).build();
        var _ = browser.send(request, BodyHandlers.discarding());
      }
    }
  }

  private static BoothReply reply(PhotobridgeServer server, Path folder) throws IOException {
    URI link = ServerAddress.local(server.port(), DemoSlot.of(server).id());
    Path photo = DemoSlot.photo();
    try (var booth = new BoothClient(PATIENCE)) {
      return booth.post(
          link,
          BoothPhoto.of(
              photo, server.credentials().ingestPassword(), "photobridge-rehearsal", Instant.now()),
          folder.resolve("processed"));
    }
  }

  private static int told(PrintWriter terminal, BoothReply reply) {
    return switch (reply) {
      case BoothReply.Photo _ -> {
        terminal.println("The rehearsal went well: a photo came in, and a processed one went out.");
        yield ExitCode.OK;
      }
      case BoothReply.Refused refused -> {
        terminal.println(
            "The server answered %d: %s".formatted(refused.status(), refused.body().strip()));
        yield ExitCode.SOFTWARE;
      }
    };
  }

  /// Nothing of the installation's own: its file and its environment are for its own data.
  private static Configuration configuration(Path folder) throws IOException {
    Path nothing = Files.createFile(folder.resolve("empty.properties"));
    var reader =
        new ConfigurationReader(
            ConfigurationOption.home(),
            Map.of("DATA_DIR", folder.resolve("data").toString(), "HTTP_PORT", "0"));
    return switch (reader.read(Optional.of(nothing))) {
      case ConfigurationOutcome.Valid valid -> valid.configuration();
      case ConfigurationOutcome.Invalid invalid ->
          throw new IllegalStateException("the defaults have mistakes: " + invalid.problems());
    };
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
