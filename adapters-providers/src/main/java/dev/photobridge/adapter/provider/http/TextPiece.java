package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A piece of a body that is held in memory.
final class TextPiece implements ByteSource {
  private final byte[] text;

  TextPiece(byte[] text) {
    this.text = text;
  }

  static TextPiece of(String text) {
    return new TextPiece(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long size() {
    return text.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(text);
  }
}
