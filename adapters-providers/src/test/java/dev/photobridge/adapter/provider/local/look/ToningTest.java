package dev.photobridge.adapter.provider.local.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.domain.media.PixelSize;
import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ToningTest {
  private static final int[] COLOURS = {
    0xffcc2020, 0xff20cc20, 0xff2020cc, 0xffe0ac8c, 0xff808080, 0xff000000, 0xffffffff, 0x40ff8800
  };

  @Test
  void makesEveryColourGray() {
    int[] pixels = applied(Toning.blackAndWhite(1));

    assertThat(Arrays.stream(pixels))
        .allMatch(p -> Argb.red(p) == Argb.green(p) && Argb.red(p) == Argb.blue(p));
  }

  @Test
  void keepsBrightColoursBrighterThanDarkOnes() {
    int[] pixels = applied(Toning.blackAndWhite(1));

    assertThat(pixels[5]).isEqualTo(0xff000000);
    assertThat(pixels[6]).isEqualTo(0xffffffff);
    assertThat(Argb.red(pixels[2])).isLessThan(Argb.red(pixels[0])).isLessThan(60);
    assertThat(Argb.red(pixels[1])).isGreaterThan(Argb.red(pixels[0]));
  }

  @Test
  void givesEveryColourTheHueOfSepia() {
    int[] pixels = applied(Toning.sepia(1));

    for (int pixel : pixels) {
      float[] hsb = Color.RGBtoHSB(Argb.red(pixel), Argb.green(pixel), Argb.blue(pixel), null);
      assertThat(hsb[0] * 360).as("hue of %08x", pixel).isBetween(22f, 44f);
    }
    assertThat(Argb.red(pixels[5])).isLessThan(0x30);
    assertThat(Argb.blue(pixels[6])).isGreaterThan(0xd0);
  }

  @Test
  void goesHalfWayAtHalfStrength() {
    int[] half = applied(Toning.blackAndWhite(0.5));
    int[] full = applied(Toning.blackAndWhite(1));

    for (int i = 0; i < COLOURS.length; i++) {
      int middle = (Argb.red(COLOURS[i]) + Argb.red(full[i])) / 2;
      assertThat(Argb.red(half[i])).isBetween(middle - 1, middle + 1);
    }
    assertThat(applied(Toning.sepia(0))).isEqualTo(COLOURS);
  }

  @Test
  void leavesAlphaAlone() {
    assertThat(Argb.alpha(applied(Toning.sepia(1))[7])).isEqualTo(0x40);
  }

  private static int[] applied(Toning effect) {
    int[] pixels = COLOURS.clone();
    effect.apply(Bitmap.of(new PixelSize(pixels.length, 1), pixels, false));
    return pixels;
  }
}
