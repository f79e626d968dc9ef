package dev.photobridge.adapter.provider.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PixelSize;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UprightCanvasTest {
  /// The pictures of a capital letter in the EXIF standard, reduced to a 3x2 picture `abc def`.
  @ParameterizedTest
  @CsvSource({
    "1, abc def",
    "2, cba fed",
    "3, fed cba",
    "4, def abc",
    "5, ad be cf",
    "6, da eb fc",
    "7, fc eb da",
    "8, cf be ad",
  })
  void placesEveryPixel(int orientation, String expected) {
    var canvas = new UprightCanvas(new PixelSize(3, 2), Orientation.ofExif(orientation), 1);

    canvas.row(0, new int[] {'a', 'b', 'c'});
    canvas.row(1, new int[] {'d', 'e', 'f'});

    assertThat(text(canvas.bitmap())).isEqualTo(expected);
  }

  @Test
  void averagesTheLightOfBlocksAndOfWhatIsLeftOfThemAtTheEdges() {
    var canvas = new UprightCanvas(new PixelSize(3, 3), Orientation.UPRIGHT, 2);

    canvas.row(0, new int[] {gray(10), gray(20), gray(100)});
    canvas.row(1, new int[] {gray(30), gray(40), gray(200)});
    canvas.row(2, new int[] {gray(7), gray(9), gray(77)});

    assertThat(canvas.bitmap().size()).isEqualTo(new PixelSize(2, 2));
    assertThat(canvas.bitmap().argb()).containsExactly(gray(27), gray(160), gray(8), gray(77));
    assertThat(canvas.bitmap().isOpaque()).isTrue();
  }

  @Test
  void lendsNoColourFromTransparentPixels() {
    var canvas = new UprightCanvas(new PixelSize(2, 2), Orientation.UPRIGHT, 2);

    canvas.row(0, new int[] {0xffff0000, 0x0000ff00});
    canvas.row(1, new int[] {0xffff0000, 0x000000ff});

    assertThat(canvas.bitmap().argb()).containsExactly(0x80ff0000);
    assertThat(canvas.bitmap().isOpaque()).isFalse();
  }

  @Test
  void staysWithinItsNumbersAtTheLargestFactor() {
    int side = UprightCanvas.MAX_SHRINK;
    var canvas = new UprightCanvas(new PixelSize(side, side), Orientation.UPRIGHT, side);
    int[] row = new int[side];
    Arrays.fill(row, 0xffffffff);

    for (int y = 0; y < side; y++) {
      canvas.row(y, row);
    }

    assertThat(canvas.bitmap().argb()).containsExactly(0xffffffff);
  }

  private static int gray(int level) {
    return Argb.opaque(level, level, level);
  }

  private static String text(Bitmap bitmap) {
    var text = new StringBuilder();
    for (int i = 0; i < bitmap.argb().length; i++) {
      boolean newRow = i > 0 && i % bitmap.size().width() == 0;
      text.append(newRow ? " " : "").append((char) bitmap.argb()[i]);
    }
    return text.toString();
  }
}
