package dev.photobridge.adapter.http.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Text that a booth sent.
public final class FieldText {
  /// What Windows programs in Russia send when they do not send UTF-8.
  private static final Charset FALLBACK = Charset.forName("windows-1251");

  private FieldText() {}

  /// Reads bytes of any content as text.
  static String decode(byte[] bytes, int offset, int length) {
    var encoded = ByteBuffer.wrap(bytes, offset, length);
    try {
      return storable(StandardCharsets.UTF_8.newDecoder().decode(encoded).toString());
    } catch (CharacterCodingException e) {
      return storable(new String(bytes, offset, length, FALLBACK));
    }
  }

  /// The same text without the one character that databases do not take.
  public static String storable(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
