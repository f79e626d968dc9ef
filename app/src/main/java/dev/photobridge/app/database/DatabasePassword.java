package dev.photobridge.app.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
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
      Files.createFile(file, ownerOnly());
      Files.writeString(file, random());
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

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
