package dev.photobridge.adapter.http.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.photobridge.application.port.out.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// A text to be sent.
final class TextBytes implements ByteSource {
  private final byte[] bytes;

  TextBytes(String text) {
    bytes = text.getBytes(UTF_8);
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
