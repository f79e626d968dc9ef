package dev.photobridge.benchmark.server;

import dev.photobridge.benchmark.fake.FakeGeminiMain;
import dev.photobridge.benchmark.fake.NoisePhoto;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The fake provider as a process.
public final class FakeProcess implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile(FakeGeminiMain.LISTENING + "(\\d+)");
  private static final Duration LONGEST_START = Duration.ofMinutes(1);
  private static final int IMAGE_BYTES = 2_000_000;

  private final ChildProcess process;
  private final URI base;
  private final HttpClient client = HttpClient.newHttpClient();

  private FakeProcess(ChildProcess process, URI base) {
    this.process = process;
    this.base = base;
  }

  /// Starts it; it answers at once until told otherwise.
  ///
  /// @param folder gets its log
  public static FakeProcess start(Path folder) throws IOException, InterruptedException {
    var process =
        ChildProcess.start(
            List.of(
                ChildProcess.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FakeGeminiMain.class.getName(),
                Integer.toString(IMAGE_BYTES)),
            Map.of(),
            folder.resolve("fake.log"));
    String port = process.await(LISTENING, LONGEST_START).group(1);
    return new FakeProcess(process, URI.create("http://127.0.0.1:" + port));
  }

  /// Where it listens.
  public URI base() {
    return base;
  }

  /// The image of all its answers.
  public static byte[] image() {
    return NoisePhoto.ofAbout(IMAGE_BYTES, FakeGeminiMain.IMAGE_SEED);
  }

  /// The keys that lead the server here.
  public Map<String, String> keys() {
    return Map.of("GEMINI_API_KEY", "any", "GEMINI_BASE_URL", base.toString());
  }

  /// How long its answers take from now on.
  public void delay(Duration delay) throws IOException, InterruptedException {
    ask("/delay/" + delay.toMillis());
  }

  /// How many calls came so far.
  public int calls() throws IOException, InterruptedException {
    return Integer.parseInt(ask("/calls"));
  }

  @Override
  public void close() {
    client.close();
    process.close();
  }

  private String ask(String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.noBody()).build(),
            BodyHandlers.ofString())
        .body();
  }
}
