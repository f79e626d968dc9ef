package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.local.lettering.TrueTypeFont;
import dev.photobridge.domain.media.PixelSize;
import java.awt.geom.Path2D;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Text in lines that fit into a picture: words that do not fit go to the next line, and where all
/// of it takes too much room, it becomes smaller.
final class TextBlock {
  /// Widest line, as a part of the picture's width.
  private static final double MAX_WIDTH = 0.92;

  /// Highest block, as a part of the picture's height.
  private static final double MAX_HEIGHT = 0.4;

  private static final double LINE = 1.2;
  private static final double SMALLER = 0.92;
  private static final double SMALLEST_PX = 4;

  private final TrueTypeFont font;
  private final Place place;
  private final double height;
  private final List<String> lines;

  private TextBlock(TrueTypeFont font, Place place, double height, List<String> lines) {
    this.font = font;
    this.place = place;
    this.height = height;
    this.lines = List.copyOf(lines);
  }

  static TextBlock fitting(Stamp stamp, PixelSize picture) {
    TrueTypeFont font = stamp.typeface().font();
    List<List<String>> paragraphs = words(stamp.text(), font);
    double width = MAX_WIDTH * picture.width();
    double height = Math.max(SMALLEST_PX, stamp.size() * picture.shortestSide());
    var block = new TextBlock(font, stamp.place(), height, lines(paragraphs, font, width / height));
    while (height > SMALLEST_PX
        && (block.width() > width || block.height() > MAX_HEIGHT * picture.height())) {
      height *= SMALLER;
      block = new TextBlock(font, stamp.place(), height, lines(paragraphs, font, width / height));
    }
    return block;
  }

  /// Whether there is nothing to be seen.
  boolean isEmpty() {
    return lines.isEmpty();
  }

  /// Its size, from the top of capitals to the foot of the last line.
  PixelSize size() {
    return new PixelSize((int) Math.ceil(width()) + 1, (int) Math.ceil(height()) + 1);
  }

  /// Height of the font in pixels.
  double fontHeight() {
    return height;
  }

  /// The outline of all letters.
  ///
  /// @param x left edge of the block
  /// @param y its upper edge
  Path2D outline(double x, double y) {
    var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double base = y + font.ascent() * height;
    for (String line : lines) {
      double room = width() - font.width(line) * height;
      path.append(font.outline(line, x + room * place.alignment(), base, height), false);
      base += LINE * height;
    }
    return path;
  }

  private double width() {
    return lines.stream().mapToDouble(line -> font.width(line) * height).max().orElse(0);
  }

  private double height() {
    return height * (LINE * (lines.size() - 1) + font.ascent() + font.descent());
  }

  private static List<List<String>> words(String text, TrueTypeFont font) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .lines()
        .map(line -> List.of(line.strip().split("\\s+")).stream().filter(w -> drawn(w, font)))
        .map(words -> words.toList())
        .filter(words -> !words.isEmpty())
        .toList();
  }

  private static boolean drawn(String word, TrueTypeFont font) {
    return word.codePoints().anyMatch(font::knows);
  }

  /// @param room how wide a line may be, in heights of the font
  private static List<String> lines(List<List<String>> paragraphs, TrueTypeFont font, double room) {
    var lines = new ArrayList<String>();
    for (List<String> words : paragraphs) {
      String line = words.getFirst();
      for (String word : words.subList(1, words.size())) {
        String longer = line + " " + word;
        if (font.width(longer) <= room) {
          line = longer;
        } else {
          lines.add(line);
          line = word;
        }
      }
      lines.add(line);
    }
    return lines;
  }
}
