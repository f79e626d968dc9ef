package dev.photobridge.adapter.http.call;

import dev.photobridge.application.port.out.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Something short to be sent, which is at hand already.
public final class HeldBytes implements ByteSource {
  private final byte[] bytes;

  /// @param bytes not copied, and not to be changed any more
  public HeldBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A text in UTF-8.
  public static HeldBytes of(String text) {
    return new HeldBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
