package dev.photobridge.adapter.provider.local.lettering;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Finds the tables of a TrueType file (OpenType 1.9, "Organization of an OpenType font").
final class FontTables {
  private static final int DIRECTORY = 12;
  private static final int ENTRY = 16;

  private final ByteBuffer file;

  FontTables(byte[] file) {
    this.file = ByteBuffer.wrap(file);
  }

  /// The table of this name of four letters.
  ///
  /// @throws IllegalArgumentException where there is none
  ByteBuffer table(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("the font has no table " + name));
  }

  /// The table of this name of four letters, where there is one.
  Optional<ByteBuffer> find(String name) {
    int count = file.getShort(4) & 0xffff;
    for (int i = 0; i < count; i++) {
      int entry = DIRECTORY + i * ENTRY;
      if (name.equals(nameAt(entry))) {
        return Optional.of(file.slice(file.getInt(entry + 8), file.getInt(entry + 12)));
      }
    }
    return Optional.empty();
  }

  private String nameAt(int entry) {
    var name = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      name.append((char) file.get(entry + i));
    }
    return name.toString();
  }
}
