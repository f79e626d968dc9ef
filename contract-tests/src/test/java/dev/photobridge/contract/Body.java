package dev.photobridge.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The body of a request.
///
/// @param type its content type
record Body(String type, byte[] bytes) {
  private static final String BOUNDARY = "the-boundary-of-a-test";

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
    return new Body(
        "multipart/form-data; boundary=" + BOUNDARY,
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(BOUNDARY, name, value, BOUNDARY)
            .getBytes(StandardCharsets.UTF_8));
  }

  /// A form with one file.
  static Body file(String field, byte[] content) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"image\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n")
            .formatted(BOUNDARY, field)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return new Body("multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
  }
}
