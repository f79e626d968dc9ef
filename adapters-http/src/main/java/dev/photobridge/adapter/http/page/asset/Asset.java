package dev.photobridge.adapter.http.page.asset;

import dev.photobridge.adapter.http.call.HeldBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// A file as it is sent.
///
/// @param type for `Content-Type`
/// @param bytes as they are
/// @param packed the same by gzip
record Asset(String type, HeldBytes bytes, HeldBytes packed) {
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  /// A file of this name.
  static Asset of(String name, byte[] bytes) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalStateException("no media type is known for " + name);
    }
    return new Asset(type, new HeldBytes(bytes), new HeldBytes(packed(bytes)));
  }

  private static byte[] packed(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
