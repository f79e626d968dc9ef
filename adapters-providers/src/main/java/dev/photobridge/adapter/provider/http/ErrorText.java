package dev.photobridge.adapter.provider.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The body of an error answer: its beginning, or what came of it before it broke off. The status
/// alone already says what happened.
public final class ErrorText {
  private ErrorText() {}

  /// Reads at most so many bytes.
  ///
  /// @throws IOException only when the reading thread was interrupted
  public static byte[] read(InputStream body, int maxBytes) throws IOException {
    byte[] text = new byte[maxBytes];
    int length = 0;
    try {
      for (int count = 0; count >= 0 && length < maxBytes; length += Math.max(count, 0)) {
        count = body.read(text, length, maxBytes - length);
      }
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
    }
    return Arrays.copyOf(text, length);
  }
}
