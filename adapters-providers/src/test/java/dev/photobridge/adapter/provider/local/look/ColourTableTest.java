package dev.photobridge.adapter.provider.local.look;

import static dev.photobridge.adapter.provider.testing.Pixels.assertNear;
import static dev.photobridge.adapter.provider.testing.Pixels.drawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ColourTableTest {
  private final Random random = new Random(7);

  @Test
  void leavesEveryColourThatTheFormulaLeaves() {
    Bitmap colours = colours();
    int[] before = colours.argb().clone();

    new ColourTable(UnaryOperator.identity(), 1).apply(colours);

    assertThat(colours.argb()).isEqualTo(before);
  }

  @Test
  void comesNearTheFormulaForEveryColour() {
    UnaryOperator<Rgb> formula =
        rgb -> new Rgb(rgb.blue(), 1 - rgb.red(), rgb.green() * rgb.green());
    Bitmap colours = colours();
    int[] before = colours.argb().clone();

    new ColourTable(formula, 1).apply(colours);

    for (int i = 0; i < before.length; i++) {
      int wanted = formula.apply(Rgb.of(before[i])).pixel();
      assertNear(colours.argb()[i], Argb.red(wanted), Argb.green(wanted), Argb.blue(wanted), 1);
    }
  }

  @Test
  void goesAsFarAsItsStrengthAndNoFartherThanWhite() {
    Bitmap gray = drawn(2, 1, (x, y) -> x == 0 ? 0xff404040 : 0xffc0c0c0);

    new ColourTable(rgb -> new Rgb(rgb.red() + 2, rgb.green(), rgb.blue()), 0.1).apply(gray);

    assertNear(gray.argb()[0], 0x40 + 51, 0x40, 0x40, 1);
    assertNear(gray.argb()[1], 0xc0 + 51, 0xc0, 0xc0, 1);

    new ColourTable(rgb -> new Rgb(2, -1, 0.5), 1).apply(gray);

    assertThat(gray.argb()).containsExactly(0xffff0080, 0xffff0080);
  }

  @Test
  void findsEveryColourAgainInOklab() {
    for (int pixel : colours().argb()) {
      Rgb light = Rgb.of(pixel).light();

      Rgb again = Oklab.of(light).light();

      assertThat(again.red()).isCloseTo(light.red(), within(1e-6));
      assertThat(again.green()).isCloseTo(light.green(), within(1e-6));
      assertThat(again.blue()).isCloseTo(light.blue(), within(1e-6));
    }
    assertThat(Oklab.of(new Rgb(1, 1, 1)).lightness()).isCloseTo(1, within(1e-6));
  }

  private Bitmap colours() {
    return drawn(50, 40, (x, y) -> Argb.OPAQUE | random.nextInt(0x1000000));
  }
}
