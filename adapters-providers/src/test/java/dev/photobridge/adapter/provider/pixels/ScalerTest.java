package dev.photobridge.adapter.provider.pixels;

import static dev.photobridge.adapter.provider.testing.Pixels.assertNear;
import static dev.photobridge.adapter.provider.testing.Pixels.at;
import static dev.photobridge.adapter.provider.testing.Pixels.drawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.domain.media.PixelSize;
import org.junit.jupiter.api.Test;

class ScalerTest {
  private static final int WHITE = 0xffffffff;
  private static final int BLACK = 0xff000000;
  private static final int RED = 0xffff0000;

  @Test
  void keepsAFlatColourInEverySize() throws Exception {
    Bitmap flat = drawn(97, 61, (x, y) -> Argb.opaque(10, 130, 250));

    for (int width : new int[] {1, 13, 50, 96, 98, 300}) {
      Bitmap scaled = Scaler.scale(flat, new PixelSize(width, 40));

      assertThat(scaled.size()).isEqualTo(new PixelSize(width, 40));
      assertThat(scaled.argb()).containsOnly(Argb.opaque(10, 130, 250));
    }
  }

  @Test
  void keepsTheLightOfAFineGrid() throws Exception {
    Bitmap grid = drawn(300, 300, (x, y) -> (x + y) % 2 == 0 ? WHITE : BLACK);

    Bitmap scaled = Scaler.scale(grid, new PixelSize(110, 110));

    for (int x = 5; x < 105; x++) {
      assertNear(at(scaled, x, 50), 188, 188, 188, 9);
    }
  }

  @Test
  void keepsAnEdgeWhereItIs() throws Exception {
    Bitmap halves = drawn(400, 100, (x, y) -> x < 200 ? BLACK : WHITE);

    Bitmap scaled = Scaler.scale(halves, new PixelSize(100, 25));

    assertNear(at(scaled, 47, 12), 0, 0, 0, 6);
    assertNear(at(scaled, 52, 12), 255, 255, 255, 6);
  }

  @Test
  void drawsNoWideSeamsWhereItMakesAnEdgeLarger() throws Exception {
    Bitmap halves = drawn(40, 10, (x, y) -> x < 20 ? Argb.opaque(90, 90, 90) : WHITE);

    Bitmap scaled = Scaler.scale(halves, new PixelSize(160, 40));

    for (int x = 0; x < 78; x++) {
      assertThat(Argb.green(at(scaled, x, 20))).as("column %d", x).isBetween(76, 104);
    }
  }

  @Test
  void takesNoColourFromTransparentPixels() throws Exception {
    Bitmap halves = drawn(200, 20, (x, y) -> x < 100 ? RED : 0x0000ff00);

    Bitmap scaled = Scaler.scale(halves, new PixelSize(50, 5));

    assertThat(scaled.isOpaque()).isFalse();
    for (int x = 0; x < 50; x++) {
      int pixel = at(scaled, x, 2);
      assertThat(Argb.alpha(pixel) == 0 || Argb.green(pixel) == 0).as("%08x", pixel).isTrue();
    }
  }

  @Test
  void coversWithTheMiddle() throws Exception {
    Bitmap stripes = drawn(300, 100, (x, y) -> x < 100 ? BLACK : x < 200 ? RED : WHITE);

    Bitmap covering = Scaler.cover(stripes, new PixelSize(50, 50));

    assertThat(covering.argb()).hasSize(2500).containsOnly(RED);
  }

  @Test
  void leavesABitmapOfTheWantedSizeAlone() throws Exception {
    Bitmap bitmap = drawn(30, 20, (x, y) -> RED);

    assertThat(Scaler.scale(bitmap, bitmap.size())).isSameAs(bitmap);
    assertThat(Scaler.cover(bitmap, bitmap.size())).isSameAs(bitmap);
  }

  @Test
  void stopsWhenInterrupted() {
    Bitmap bitmap = drawn(30, 20, (x, y) -> RED);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> Scaler.scale(bitmap, new PixelSize(10, 10)))
        .isInstanceOf(InterruptedException.class);
  }
}
