package dev.photobridge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.app.testing.Photos;
import dev.photobridge.app.testing.RunningServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotobridgeCommandTest {
  @TempDir private Path folder;

  private record Ran(int exitCode, String out, String err) {}

  @Test
  void sendSavesTheProcessedPhotoAndSaysWhere() throws IOException {
    Path photo = Files.write(folder.resolve("IMG_0003.JPG"), Photos.recorded());
    try (var server = RunningServer.start(folder.resolve("data"), Map.of())) {
      server.setUp(1, "local", "change_image", Map.of("effect", "sepia"));

      Ran ran =
          run(
              "send",
              "--slot",
              "slot-001",
              "--url",
              server.uri("").toString(),
              "--password",
              server.ingestPassword(),
              "--out",
              folder.resolve("out").toString(),
              photo.toString());

      Path saved = folder.resolve("out").resolve("IMG_0003-processed.jpg");
      assertThat(ran.exitCode()).isZero();
      assertThat(ran.out()).contains("200 in ", saved.toString());
      assertThat(saved).isNotEmptyFile();
    }
  }

  @Test
  void aRehearsalProcessesAPhotoAndLeavesNothing() throws IOException {
    Set<Path> before = rehearsals();
    System.setProperty("photobridge.home", Path.of("..").toAbsolutePath().toString());
    try {
      Ran ran = run("rehearse");

      assertThat(ran.out()).contains("The rehearsal went well");
      assertThat(ran.exitCode()).isZero();
      assertThat(rehearsals()).isEqualTo(before);
    } finally {
      System.clearProperty("photobridge.home");
    }
  }

  private static Set<Path> rehearsals() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("photobridge-rehearsal-"))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void sendShowsTheServersReasonAndFails() throws IOException {
    Path photo = Files.write(folder.resolve("IMG_0003.JPG"), Photos.recorded());
    try (var server = RunningServer.start(folder.resolve("data"), Map.of())) {
      Ran ran =
          run(
              "send",
              "--slot",
              "slot-002",
              "--url",
              server.uri("").toString(),
              "--password",
              server.ingestPassword(),
              photo.toString());

      assertThat(ran.exitCode()).isEqualTo(1);
      assertThat(ran.out()).contains("409 in ", "slot_not_configured");
    }
  }

  @Test
  void sendSaysInWordsThatNothingAnswers() throws IOException {
    Path photo = Files.write(folder.resolve("IMG_0003.JPG"), Photos.recorded());
    int closedPort;
    try (var socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }

    Ran ran =
        run(
            "send",
            "--slot",
            "slot-001",
            "--url",
            "http://localhost:" + closedPort,
            "--password",
            "any",
            photo.toString());

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.out()).contains("nothing answers at localhost:" + closedPort);
  }

  @Test
  void withoutACommandTheCommandsAreListed() {
    Ran ran = run();

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains("serve", "demo", "send", "check");
  }

  private static Ran run(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        PhotobridgeCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new Ran(exitCode, out.toString(), err.toString());
  }
}
