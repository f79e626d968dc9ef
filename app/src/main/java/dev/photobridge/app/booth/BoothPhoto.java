package dev.photobridge.app.booth;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// A photo and the form around it, as DSLR Remote Pro 3.30 sends them (recorded request of the
/// specification).
///
/// @param photo the file
/// @param fields the text fields in their order, the password last
public record BoothPhoto(Path photo, Map<String, String> fields) {
  /// The field that carries the photo.
  public static final String FILE_FIELD = "fileToUpload";

  /// The form that DSLR Remote Pro would send with this photo now.
  ///
  /// @param hostName stands in `name`, where the booth software puts its computer's name
  public static BoothPhoto of(Path photo, String password, String hostName, Instant now) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("time", Long.toString(now.getEpochSecond()));
    fields.put("user_id", "photobridge");
    fields.put("id", "PHOTOBRIDGE_00000001.");
    fields.put("profile", "send");
    fields.put("status", photo.getFileName().toString());
    fields.put("hash", "");
    fields.put("name", hostName);
    fields.put("model", System.getProperty("os.name"));
    fields.put("version", "3.30.2");
    fields.put("password", password);
    return new BoothPhoto(photo, fields);
  }

  @Override
  public String toString() {
    return "BoothPhoto[" + photo + "]"; // the fields hold the password
  }
}
