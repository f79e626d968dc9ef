package dev.photobridge.benchmark.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The form that DSLR Remote Pro fills in around a photo.
final class BoothForm {
  private static final String BOUNDARY = "------------090306000104030805010400";
  static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private BoothForm() {}

  /// The whole body.
  static byte[] of(byte[] jpeg, String ingestPassword) {
    var body = new ByteArrayOutputStream(jpeg.length + 4096);
    fields(ingestPassword).forEach((name, value) -> write(body, part(name, value)));
    write(
        body,
        "--%s\r\nContent-Disposition: form-data; name=\"fileToUpload\"; filename=\"IMG_0001.JPG\"\r\nContent-Type: image/jpeg\r\n\r\n"
            .formatted(BOUNDARY));
    body.writeBytes(jpeg);
    write(body, "\r\n--" + BOUNDARY + "--\r\n");
    return body.toByteArray();
  }

  private static Map<String, String> fields(String ingestPassword) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("time", "1758217512");
    fields.put("user_id", "Booth");
    fields.put("id", "CY04N068111304S2L_00000001.");
    fields.put("profile", "C:\\Users\\Booth\\Documents\\PhotoboothImages\\setup.xml");
    fields.put("name", "BOOTH");
    fields.put("model", "Windows");
    fields.put("version", "3.30.2");
    fields.put("password", ingestPassword);
    return fields;
  }

  private static String part(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
