package dev.photobridge.adapter.provider.local.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.domain.media.PixelSize;
import org.junit.jupiter.api.Test;

class VividTest {
  @Test
  void addsColour() {
    for (int pixel : new int[] {0xff5f7f9f, 0xff6f8f6f, 0xff7f6f8f, 0xff9f9f7f, 0xff4060a0}) {
      assertThat(colour(vivid(pixel, 1))).as("%08x", pixel).isGreaterThan(colour(pixel) * 1.2);
    }
  }

  @Test
  void addsLessToWhatIsColourfulAlready() {
    double pale = colour(vivid(0xff7080a0, 1)) / colour(0xff7080a0);
    double strong = colour(vivid(0xff3060c0, 1)) / colour(0xff3060c0);

    assertThat(strong).isGreaterThan(1).isLessThan(pale - 0.1);
  }

  @Test
  void sparesSkinOfEveryShade() {
    for (int skin : new int[] {0xffe0ac8c, 0xfff1c7ad, 0xffb07850, 0xff8d5b3c}) {
      assertThat(colour(vivid(skin, 1)) / colour(skin)).as("%08x", skin).isBetween(0.95, 1.2);
    }
  }

  @Test
  void addsContrastAndKeepsBlackWhiteAndGray() {
    assertThat(vivid(0xff000000, 1)).isEqualTo(0xff000000);
    assertThat(vivid(0xffffffff, 1)).isEqualTo(0xffffffff);
    assertThat(vivid(0xff808080, 1)).isEqualTo(0xff808080);
    assertThat(Argb.red(vivid(0xff404040, 1))).isBetween(0x34, 0x3e);
    assertThat(Argb.red(vivid(0xffc0c0c0, 1))).isBetween(0xc2, 0xcc);
  }

  @Test
  void changesNothingAtNoStrength() {
    for (int pixel : new int[] {0xff5f7f9f, 0x40ff8800, 0xff00b140}) {
      assertThat(vivid(pixel, 0)).isEqualTo(pixel);
    }
  }

  private static int vivid(int pixel, double strength) {
    int[] pixels = {pixel};
    new Vivid(strength).apply(Bitmap.of(new PixelSize(1, 1), pixels, false));
    return pixels[0];
  }

  /// How far a pixel is from gray.
  private static double colour(int pixel) {
    return Math.hypot(Luma.cb(pixel) - Luma.NEUTRAL, Luma.cr(pixel) - Luma.NEUTRAL);
  }
}
