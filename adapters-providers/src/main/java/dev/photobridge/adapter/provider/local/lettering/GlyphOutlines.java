package dev.photobridge.adapter.provider.local.lettering;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.ByteBuffer;

/// Reads the outlines of glyphs (OpenType 1.9, `glyf` and `loca`).
final class GlyphOutlines {
  private static final int HEADER = 10;

  private static final int X_SHORT = 0x02;
  private static final int Y_SHORT = 0x04;
  private static final int REPEATED = 0x08;
  private static final int X_SAME_OR_POSITIVE = 0x10;
  private static final int Y_SAME_OR_POSITIVE = 0x20;

  private static final int WORDS = 0x0001;
  private static final int SCALED = 0x0008;
  private static final int MORE = 0x0020;
  private static final int SCALED_BOTH_WAYS = 0x0040;
  private static final int TURNED = 0x0080;

  /// What 1 is in numbers of 2 bits before the point and 14 behind it.
  private static final double ONE = 1 << 14;

  private final ByteBuffer glyphs;
  private final ByteBuffer places;
  private final boolean longPlaces;

  /// @param longPlaces whether `loca` has four bytes a place
  GlyphOutlines(ByteBuffer glyf, ByteBuffer loca, boolean longPlaces) {
    this.glyphs = glyf;
    this.places = loca;
    this.longPlaces = longPlaces;
  }

  /// The outline in the font's units, y upwards; empty for a blank.
  Path2D outline(int glyph) {
    int start = place(glyph);
    int end = place(glyph + 1);
    if (start == end) {
      return new Path2D.Double();
    }
    ByteBuffer data = glyphs.slice(start, end - start);
    int contours = data.getShort();
    data.position(HEADER);
    return contours >= 0 ? simple(data, contours) : composed(data);
  }

  private int place(int glyph) {
    return longPlaces ? places.getInt(4 * glyph) : 2 * (places.getShort(2 * glyph) & 0xffff);
  }

  private static Path2D simple(ByteBuffer data, int contours) {
    int[] ends = new int[contours];
    for (int i = 0; i < contours; i++) {
      ends[i] = data.getShort() & 0xffff;
    }
    int points = contours == 0 ? 0 : ends[contours - 1] + 1;
    int instructions = data.getShort() & 0xffff;
    data.position(data.position() + instructions);
    int[] flags = flags(data, points);
    int[] xs = coordinates(data, flags, X_SHORT, X_SAME_OR_POSITIVE);
    int[] ys = coordinates(data, flags, Y_SHORT, Y_SAME_OR_POSITIVE);
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    int first = 0;
    for (int end : ends) {
      new Contour(flags, xs, ys, first, end).append(path);
      first = end + 1;
    }
    return path;
  }

  private static int[] flags(ByteBuffer data, int points) {
    int[] flags = new int[points];
    int i = 0;
    while (i < points) {
      int flag = data.get() & 0xff;
      int times = (flag & REPEATED) == 0 ? 1 : 1 + (data.get() & 0xff);
      for (int end = i + times; i < end; i++) {
        flags[i] = flag;
      }
    }
    return flags;
  }

  private static int[] coordinates(ByteBuffer data, int[] flags, int small, int sameOrPositive) {
    int[] numbers = new int[flags.length];
    int last = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean set = (flags[i] & sameOrPositive) != 0;
      if ((flags[i] & small) != 0) {
        int step = data.get() & 0xff;
        last += set ? step : -step;
      } else if (!set) {
        last += data.getShort();
      }
      numbers[i] = last;
    }
    return numbers;
  }

  private Path2D composed(ByteBuffer data) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    int flags;
    do {
      flags = data.getShort();
      int glyph = data.getShort() & 0xffff;
      int dx = (flags & WORDS) == 0 ? data.get() : data.getShort();
      int dy = (flags & WORDS) == 0 ? data.get() : data.getShort();
      path.append(outline(glyph).getPathIterator(placed(data, flags, dx, dy)), false);
    } while ((flags & MORE) != 0);
    return path;
  }

  private static AffineTransform placed(ByteBuffer data, int flags, int dx, int dy) {
    double xx = 1;
    double yx = 0;
    double xy = 0;
    double yy = 1;
    if ((flags & SCALED) != 0) {
      xx = data.getShort() / ONE;
      yy = xx;
    } else if ((flags & SCALED_BOTH_WAYS) != 0) {
      xx = data.getShort() / ONE;
      yy = data.getShort() / ONE;
    } else if ((flags & TURNED) != 0) {
      xx = data.getShort() / ONE;
      yx = data.getShort() / ONE;
      xy = data.getShort() / ONE;
      yy = data.getShort() / ONE;
    }
    return new AffineTransform(xx, yx, xy, yy, dx, dy);
  }
}
