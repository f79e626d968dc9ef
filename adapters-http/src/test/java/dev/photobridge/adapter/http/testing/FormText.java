package dev.photobridge.adapter.http.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes multipart bodies for tests, also wrong ones. Text is one byte for each character.
public final class FormText {
  /// The boundary of all these bodies.
  public static final String BOUNDARY = "----form7MA4YWxk";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /// A body without parts.
  public static FormText form() {
    return new FormText();
  }

  /// Adds text as it is.
  public FormText raw(String text) {
    return raw(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Adds bytes as they are.
  public FormText raw(byte[] content) {
    bytes.writeBytes(content);
    return this;
  }

  /// Adds a text field in UTF-8.
  public FormText field(String name, String value) {
    return part(
        "Content-Disposition: form-data; name=\"" + name + "\"",
        value.getBytes(StandardCharsets.UTF_8));
  }

  /// Adds a file.
  public FormText file(String name, byte[] content) {
    return part(
        "Content-Disposition: form-data; name=\""
            + name
            + "\"; filename=\"a.jpg\"\r\n"
            + "Content-Type: image/jpeg",
        content);
  }

  /// Adds a part with these header lines.
  public FormText part(String headers, byte[] content) {
    return raw("--" + BOUNDARY + "\r\n")
        .raw(headers.getBytes(StandardCharsets.UTF_8))
        .raw("\r\n\r\n")
        .raw(content)
        .raw("\r\n");
  }

  /// Adds the final boundary and gives the whole body.
  public byte[] end() {
    return raw("--" + BOUNDARY + "--\r\n").bytes();
  }

  /// The body so far.
  public byte[] bytes() {
    return bytes.toByteArray();
  }
}
