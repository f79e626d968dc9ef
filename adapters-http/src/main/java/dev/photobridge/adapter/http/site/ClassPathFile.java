package dev.photobridge.adapter.http.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// A small file that comes with the program.
public final class ClassPathFile {
  private ClassPathFile() {}

  /// Reads the whole file.
  ///
  /// @param name absolute, such as `/photobridge.yaml`
  public static byte[] read(String name) {
    try (InputStream in = ClassPathFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
