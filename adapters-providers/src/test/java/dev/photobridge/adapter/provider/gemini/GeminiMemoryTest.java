package dev.photobridge.adapter.provider.gemini;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.http.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Memory stays constant: a photo of 16 MB in and an image of 12 MB out, eight at once, in a heap
/// of 64 MB.
@Timeout(120)
class GeminiMemoryTest {
  private static final int CALLS = 8;
  private static final int RESULT = 12 << 20;

  @TempDir Path folder;

  @Test
  void eightLargePhotosAtOnceFitIntoASmallHeap() throws Exception {
    Path photo = folder.resolve("photo.png");
    TestPhotos.noise(photo, 2600, 2160);
    assertThat(Files.size(photo)).isGreaterThan(16 << 20);
    var allHere = new CountDownLatch(CALLS);
    var received = new AtomicLong();
    try (var server = new ScriptedServer(connection -> answer(connection, allHere, received))) {
      Process program = started(server, photo);
      String said = new String(program.getInputStream().readAllBytes(), UTF_8);

      assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(said.lines().filter(line -> line.startsWith("image of")))
          .containsExactlyElementsOf(Collections.nCopies(CALLS, "image of " + RESULT + " bytes"));
      assertThat(program.exitValue()).isZero();
    }
    assertThat(received.get()).isGreaterThan(CALLS * Files.size(photo) / 3 * 4);
  }

  /// Answers once all the calls have been sent whole, so that they are under way together.
  private static void answer(
      ScriptedServer.Connection connection, CountDownLatch allHere, AtomicLong received)
      throws IOException, InterruptedException {
    String length = connection.head().replaceFirst("(?is).*content-length: *([0-9]+).*", "$1");
    connection.skip(Long.parseLong(length));
    received.addAndGet(Long.parseLong(length));
    allHere.countDown();
    allHere.await();
    String start =
        "{\"candidates\":[{\"finishReason\":\"STOP\",\"content\":{\"parts\":[{\"inlineData\":{\"data\":\"";
    String end = "\"}}]}}]}";
    byte[] image = Base64.getEncoder().encode(new byte[3 << 10]);
    long all = start.length() + end.length() + (long) RESULT / (3 << 10) * image.length;
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + all + "\r\n\r\n" + start);
    for (int piece = 0; piece < RESULT / (3 << 10); piece++) {
      connection.send(image);
    }
    connection.send(end.getBytes(US_ASCII));
    connection.awaitEnd();
  }

  private Process started(ScriptedServer server, Path photo) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            List.of(
                java.toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryProof.class.getName(),
                server.address().toString(),
                photo.toString(),
                folder.toString(),
                Integer.toString(CALLS)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
