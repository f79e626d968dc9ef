package dev.photobridge.adapter.provider.local.lettering;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.ByteBuffer;

/// A TrueType font, as far as drawing lines of Latin, Greek and Cyrillic text needs it. Only for
/// font files that are trusted. Without state, for use by many threads.
public final class TrueTypeFont {
  private static final int METRIC = 4;

  private final CharacterMap characters;
  private final GlyphOutlines outlines;
  private final Kerning kerning;
  private final ByteBuffer metrics;
  private final int metricCount;
  private final double unitsPerEm;
  private final double ascent;
  private final double descent;

  private TrueTypeFont(FontTables tables) {
    ByteBuffer head = tables.table("head");
    ByteBuffer lines = tables.table("hhea");
    this.unitsPerEm = head.getShort(18) & 0xffff;
    this.ascent = lines.getShort(4) / unitsPerEm;
    this.descent = -lines.getShort(6) / unitsPerEm;
    this.metricCount = lines.getShort(34) & 0xffff;
    this.metrics = tables.table("hmtx");
    this.characters = new CharacterMap(tables.table("cmap"));
    this.kerning = new Kerning(tables.find("kern"));
    boolean longPlaces = head.getShort(50) != 0;
    this.outlines = new GlyphOutlines(tables.table("glyf"), tables.table("loca"), longPlaces);
  }

  /// Reads a font.
  ///
  /// @throws IllegalArgumentException when it lacks what is needed
  public static TrueTypeFont read(byte[] file) {
    return new TrueTypeFont(new FontTables(file));
  }

  /// Whether it can draw a character.
  public boolean knows(int character) {
    return characters.glyph(character) != 0;
  }

  /// How far letters reach above the line at most, in heights of the font.
  public double ascent() {
    return ascent;
  }

  /// How far letters reach below the line at most, in heights of the font.
  public double descent() {
    return descent;
  }

  /// How wide a line is, in heights of the font. Unknown characters take no room.
  public double width(String text) {
    double width = 0;
    int last = 0;
    for (int glyph : glyphs(text)) {
      width += (kerning.between(last, glyph) + advance(glyph)) / unitsPerEm;
      last = glyph;
    }
    return width;
  }

  /// The outline of a line, without unknown characters, y downwards.
  ///
  /// @param x where it begins
  /// @param y on which it stands
  /// @param size height of the font
  public Path2D outline(String text, double x, double y, double size) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double scale = size / unitsPerEm;
    double at = x;
    int last = 0;
    for (int glyph : glyphs(text)) {
      at += kerning.between(last, glyph) * scale;
      var placed = new AffineTransform(scale, 0, 0, -scale, at, y);
      path.append(outlines.outline(glyph).getPathIterator(placed), false);
      at += advance(glyph) * scale;
      last = glyph;
    }
    return path;
  }

  private int[] glyphs(String text) {
    return text.codePoints().map(characters::glyph).filter(glyph -> glyph != 0).toArray();
  }

  private int advance(int glyph) {
    return metrics.getShort(METRIC * Math.min(glyph, metricCount - 1)) & 0xffff;
  }
}
