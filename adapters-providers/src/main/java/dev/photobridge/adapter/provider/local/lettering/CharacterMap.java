package dev.photobridge.adapter.provider.local.lettering;

import java.nio.ByteBuffer;

/// Which glyph draws which character: the map of format 4, which covers the basic plane of Unicode
/// (OpenType 1.9, `cmap`).
final class CharacterMap {
  private static final int WINDOWS = 3;
  private static final int UNICODE = 1;
  private static final int SEGMENTS = 4;
  private static final int END_CODES = 14;

  private final ByteBuffer map;
  private final int segments;

  CharacterMap(ByteBuffer cmap) {
    this.map = basicPlane(cmap);
    this.segments = (map.getShort(6) & 0xffff) / 2;
  }

  /// The glyph, or 0 where there is none.
  int glyph(int character) {
    if (character > 0xffff) {
      return 0;
    }
    for (int i = 0; i < segments; i++) {
      if (character <= number(END_CODES + 2 * i)) {
        return glyph(i, character);
      }
    }
    return 0;
  }

  private int glyph(int segment, int character) {
    int starts = END_CODES + 2 * segments + 2;
    int start = number(starts + 2 * segment);
    if (character < start) {
      return 0;
    }
    int delta = number(starts + 2 * (segments + segment));
    int offsetAt = starts + 2 * (2 * segments + segment);
    int offset = number(offsetAt);
    if (offset == 0) {
      return (character + delta) & 0xffff;
    }
    int glyph = number(offsetAt + offset + 2 * (character - start));
    return glyph == 0 ? 0 : (glyph + delta) & 0xffff;
  }

  private int number(int at) {
    return map.getShort(at) & 0xffff;
  }

  private static ByteBuffer basicPlane(ByteBuffer cmap) {
    int count = cmap.getShort(2) & 0xffff;
    for (int i = 0; i < count; i++) {
      int entry = 4 + 8 * i;
      int offset = cmap.getInt(entry + 4);
      boolean unicode = cmap.getShort(entry) == WINDOWS && cmap.getShort(entry + 2) == UNICODE;
      if (unicode && cmap.getShort(offset) == SEGMENTS) {
        return cmap.slice(offset, cmap.limit() - offset);
      }
    }
    throw new IllegalArgumentException("the font has no map of the basic plane");
  }
}
