package dev.photobridge.adapter.http.upload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes multipart bodies for tests, also wrong ones. Text is one byte for each character.
final class FormText {
  static final String BOUNDARY = "----form7MA4YWxk";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  static FormText form() {
    return new FormText();
  }

  FormText raw(String text) {
    return raw(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  FormText raw(byte[] content) {
    bytes.writeBytes(content);
    return this;
  }

  FormText field(String name, String value) {
    return part(
        "Content-Disposition: form-data; name=\"" + name + "\"",
        value.getBytes(StandardCharsets.UTF_8));
  }

  FormText file(String name, byte[] content) {
    return part(
        "Content-Disposition: form-data; name=\""
            + name
            + "\"; filename=\"a.jpg\"\r\n"
            + "Content-Type: image/jpeg",
        content);
  }

  FormText part(String headers, byte[] content) {
    return raw("--" + BOUNDARY + "\r\n")
        .raw(headers.getBytes(StandardCharsets.UTF_8))
        .raw("\r\n\r\n")
        .raw(content)
        .raw("\r\n");
  }

  byte[] end() {
    return raw("--" + BOUNDARY + "--\r\n").bytes();
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
