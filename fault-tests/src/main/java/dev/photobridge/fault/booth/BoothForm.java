package dev.photobridge.fault.booth;

import dev.photobridge.app.booth.BoothPhoto;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The form around a photo, as DSLR Remote Pro sends it. Its field `status` has the file's name,
/// which has the photo's number.
public final class BoothForm {
  /// The field that tells the photo, also in the job's row.
  public static final String NAME_FIELD = "status";

  static final String BOUNDARY = "------------090306000104030805010400";
  private static final Pattern NAME = Pattern.compile("photo-(\\d+)\\.jpg");

  private BoothForm() {}

  /// Which photo has this name; empty where it is none of ours.
  public static OptionalInt numberOf(String fileName) {
    Matcher name = NAME.matcher(fileName);
    return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
  }

  static byte[] body(int number, byte[] photo, String password, String booth, Instant now) {
    String fileName = "photo-%06d.jpg".formatted(number);
    var body = new ByteArrayOutputStream();
    BoothPhoto.of(Path.of(fileName), password, booth, now)
        .fields()
        .forEach(
            (name, value) ->
                write(
                    body,
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, name, value)));
    write(
        body,
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: image/jpeg\r\n\r\n"
            .formatted(BOUNDARY, BoothPhoto.FILE_FIELD, fileName));
    body.writeBytes(photo);
    write(body, "\r\n--" + BOUNDARY + "--\r\n");
    return body.toByteArray();
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
