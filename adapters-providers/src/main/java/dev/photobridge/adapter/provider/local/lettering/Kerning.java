package dev.photobridge.adapter.provider.local.lettering;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How much nearer or farther two glyphs stand than others (OpenType 1.9, `kern`, format 0).
final class Kerning {
  private static final int FIRST_TABLE = 4;
  private static final int PAIRS = 14;
  private static final int PAIR = 6;

  private final Map<Integer, Short> distances = new HashMap<>();

  /// @param kern the table; empty for a font without
  Kerning(Optional<ByteBuffer> kern) {
    kern.ifPresent(this::read);
  }

  /// What is added to the distance, in the font's units.
  int between(int left, int right) {
    return distances.getOrDefault(left << 16 | right, (short) 0);
  }

  private void read(ByteBuffer kern) {
    int count = kern.getShort(FIRST_TABLE + 6) & 0xffff;
    for (int i = 0; i < count; i++) {
      int at = FIRST_TABLE + PAIRS + i * PAIR;
      distances.put(kern.getInt(at), kern.getShort(at + 4));
    }
  }
}
