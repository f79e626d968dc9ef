package dev.photobridge.app.booth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;

/// A photo's form as DSLR Remote Pro 3.30 writes it, byte for byte (recorded request of the
/// specification).
final class BoothForm {
  private static final String BOUNDARY = "------------090306000104030805010400";

  private BoothForm() {}

  /// @throws IOException when there is no such photo
  static HttpEntity of(BoothPhoto photo) throws IOException {
    var text = new StringBuilder();
    photo.fields().forEach((name, value) -> text.append(textPart(name, value)));
    text.append(fileHead(photo.photo().getFileName().toString()));
    byte[] head = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
    return new EntityTemplate(
        head.length + Files.size(photo.photo()) + tail.length,
        ContentType.parse("multipart/form-data; boundary=" + BOUNDARY),
        null,
        out -> {
          out.write(head);
          Files.copy(photo.photo(), out);
          out.write(tail);
        });
  }

  private static String textPart(String name, String value) {
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, name, value);
  }

  private static String fileHead(String fileName) {
    String type = fileName.toLowerCase(Locale.ROOT).endsWith(".png") ? "image/png" : "image/jpeg";
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
        .formatted(BOUNDARY, BoothPhoto.FILE_FIELD, fileName.replace('"', '_'), type);
  }
}
