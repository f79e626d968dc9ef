package dev.photobridge.adapter.http.site;

import dev.photobridge.application.port.out.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// A small file that comes with the program, read once.
final class ClassPathFile implements ByteSource {
  private final byte[] bytes;

  /// Reads the file.
  ///
  /// @param name absolute, such as `/photobridge.yaml`
  ClassPathFile(String name) {
    try (InputStream in = ClassPathFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the program");
      }
      this.bytes = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
