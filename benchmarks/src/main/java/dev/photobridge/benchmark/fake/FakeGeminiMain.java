package dev.photobridge.benchmark.fake;

import java.io.IOException;
import java.time.Duration;

/// The fake as a process: `FakeGeminiMain <image bytes> [<delay in ms>]`. Says where it listens.
public final class FakeGeminiMain {
  /// Goes before the port in its first line.
  public static final String LISTENING = "Fake Gemini on port ";

  /// The seed of its image.
  public static final long IMAGE_SEED = 2;

  private FakeGeminiMain() {}

  static void main(String[] args) throws IOException {
    byte[] image = NoisePhoto.ofAbout(Integer.parseInt(args[0]), IMAGE_SEED);
    var delay = Duration.ofMillis(args.length > 1 ? Long.parseLong(args[1]) : 0);
    try (var fake = new FakeGemini(0, delay, image)) {
      IO.println(LISTENING + fake.port());
      fake.run();
    }
  }
}
