package dev.photobridge.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The body of a request.
final class Body {
  private static final String BOUNDARY = "the-boundary-of-a-test";
  private static final String FORM = "multipart/form-data; boundary=" + BOUNDARY;

  private final String type;
  private final byte[] bytes;

  Body(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  /// Its content type.
  String type() {
    return type;
  }

  byte[] bytes() {
    return bytes;
  }

  static Body json(String text) {
    return new Body("application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  static Body text(String text) {
    return new Body("text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  /// JSON that is longer than any call takes.
  static Body hugeJson() {
    return json("{\"x\":\"" + "y".repeat(1024 * 1024) + "\"}");
  }

  /// A form with one field and no file.
  static Body field(String name, String value) {
    String form =
        """
        --%s\r
        Content-Disposition: form-data; name="%s"\r
        \r
        %s\r
        --%s--\r
        """
            .formatted(BOUNDARY, name, value, BOUNDARY);
    return new Body(FORM, form.getBytes(StandardCharsets.UTF_8));
  }

  /// A form with one file.
  static Body file(String field, byte[] content) {
    String head =
        """
        --%s\r
        Content-Disposition: form-data; name="%s"; filename="image"\r
        Content-Type: image/jpeg\r
        \r
        """
            .formatted(BOUNDARY, field);
    var body = new ByteArrayOutputStream();
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return new Body(FORM, body.toByteArray());
  }
}
