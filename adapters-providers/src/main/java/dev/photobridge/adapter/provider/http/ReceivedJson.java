package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.MediaDraft;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// An answer in JSON whose images went into drafts while it streamed in. Closing it throws away
/// every image that was not taken.
public final class ReceivedJson implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final byte[] text;
  private final ReceivedImages images;

  private ReceivedJson(byte[] text, ReceivedImages images) {
    this.text = text;
    this.images = images;
  }

  /// Reads an answer to its end. Images are the strings under one name; what their bytes are is not
  /// looked at.
  ///
  /// @param imageName that name, such as `data`
  /// @param body stays the caller's
  /// @throws IOException when the answer breaks off
  /// @throws UnusableAnswerException when it is not JSON or beyond the limits
  /// @throws UncheckedIOException when a draft can't be written
  public static ReceivedJson read(
      InputStream body, String imageName, DraftSource drafts, AnswerLimits limits)
      throws IOException, UnusableAnswerException {
    var scanner = new JsonImageScanner(imageName, drafts, limits);
    boolean whole = false;
    try {
      scan(body, scanner, limits.maxBytes());
      var received = new ReceivedJson(scanner.finish(), scanner.images());
      whole = true;
      return received;
    } finally {
      if (!whole) {
        scanner.images().close();
      }
    }
  }

  /// The document without its images: each is replaced by a short string, and other long strings
  /// are cut.
  public byte[] text() {
    return text.clone();
  }

  /// Hands an image over; from now on it is the caller's.
  ///
  /// @param placeholder the value under the images' name in the text
  /// @return empty where that string was not Base64 or had nothing in it
  public Optional<MediaDraft> take(String placeholder) {
    return images.take(placeholder);
  }

  @Override
  public void close() {
    images.close();
  }

  private static void scan(InputStream body, JsonImageScanner scanner, long maxBytes)
      throws IOException, UnusableAnswerException {
    byte[] buffer = new byte[BUFFER];
    long total = 0;
    for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      total += count;
      if (total > maxBytes) {
        throw UnusableAnswerException.tooLarge("more than " + maxBytes + " bytes");
      }
      pass(buffer, count, scanner);
    }
  }

  private static void pass(byte[] buffer, int count, JsonImageScanner scanner)
      throws UnusableAnswerException {
    try {
      scanner.accept(buffer, 0, count);
    } catch (IOException e) {
      // ours, not the provider's
      throw new UncheckedIOException("can't write the provider's image to a file", e);
    }
  }
}
