package dev.photobridge.app.database;

import dev.photobridge.adapter.persistence.secrets.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The embedded database's password: made once, kept in a file that only the owner reads.
///
/// @param file where it is kept
/// @param text the password
record DatabasePassword(Path file, String text) {
  private static final int BYTES = 32;

  /// The password kept in this folder; made now where there is none.
  static DatabasePassword in(Path folder) throws IOException {
    Path file = folder.resolve("password");
    if (!Files.exists(file)) {
      OwnerOnlyFiles.create(file, random().getBytes(StandardCharsets.UTF_8));
    }
    return new DatabasePassword(file, Files.readString(file).strip());
  }

  @Override
  public String toString() {
    return "DatabasePassword[" + file + "]";
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
