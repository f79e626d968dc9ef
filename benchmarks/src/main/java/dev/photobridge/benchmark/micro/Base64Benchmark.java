package dev.photobridge.benchmark.micro;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.InlineImage;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.ReceivedJson;
import dev.photobridge.adapter.provider.http.StreamedBody;
import dev.photobridge.adapter.provider.http.UnusableAnswerException;
import dev.photobridge.benchmark.media.BytesDraft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Images within JSON, both ways, beside the JDK's streams: a photo of 10 MB on its way to a
/// provider, an answer with an image of 2 MB (2.67 MB of JSON) on its way back. Nothing is written
/// to a disk or a network.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Base64Benchmark {
  private final byte[] photo = noise(10_000_000);
  private final byte[] encoded = Base64.getEncoder().encode(noise(2_000_000));
  private final byte[] answer = answer(encoded);
  private final StreamedBody request =
      new ProviderJson().write(new Request(new InlineImage(new BytesDraft(photo))));

  private record Request(InlineImage data) {}

  /// The request as it is sent.
  @Benchmark
  public long photoIntoJson() throws IOException {
    try (InputStream body = request.open()) {
      return body.transferTo(OutputStream.nullOutputStream());
    }
  }

  /// The same photo through `Base64.Encoder.wrap`.
  @Benchmark
  public void photoByTheJdk() throws IOException {
    try (OutputStream out = Base64.getEncoder().wrap(OutputStream.nullOutputStream())) {
      out.write(photo);
    }
  }

  /// The answer as it is received.
  @Benchmark
  public byte[] imageOutOfJson() throws IOException, UnusableAnswerException {
    try (var received =
        ReceivedJson.read(
            new ByteArrayInputStream(answer), "data", BytesDraft::empty, AnswerLimits.DEFAULT)) {
      return received.text();
    }
  }

  /// Its Base64 alone through `Base64.Decoder.wrap`.
  @Benchmark
  public long imageByTheJdk() throws IOException {
    try (InputStream in = Base64.getDecoder().wrap(new ByteArrayInputStream(encoded))) {
      return in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static byte[] answer(byte[] base64) {
    String image = new String(base64, StandardCharsets.US_ASCII);
    return ("{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"" + image + "\"}}")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
