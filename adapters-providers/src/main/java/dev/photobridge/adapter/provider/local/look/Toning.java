package dev.photobridge.adapter.provider.local.look;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;

/// Gives every brightness one colour: black and white, sepia, two colours of one's own.
final class Toning implements Look {
  private static final int LEVELS = 256;
  private static final int FULL = 256;

  /// How much contrast makes up for the colour that is gone.
  private static final double CONTRAST = 0.25;

  private static final int[] GRAYS = {0x000000, 0x808080, 0xffffff};

  /// Of an old print: dark brown, brown, the paper's warm white.
  private static final int[] BROWNS = {0x1c0f06, 0x9c7a54, 0xfff4df};

  /// How much stronger the middle between two colours is than their mean, which tends to be dull.
  private static final double MIDDLE_COLOUR = 1.5;

  private final int[] tones;
  private final int strength;

  private Toning(int[] stops, double strength) {
    this.tones = new int[LEVELS];
    for (int y = 0; y < LEVELS; y++) {
      tones[y] = tone(stops, Curves.contrast(y / 255.0, CONTRAST));
    }
    this.strength = (int) Math.round(strength * FULL);
  }

  /// Grays only.
  ///
  /// @param strength 0 for none to 1 for all of it
  static Toning blackAndWhite(double strength) {
    return new Toning(GRAYS, strength);
  }

  /// The browns of old prints.
  ///
  /// @param strength 0 for none to 1 for all of it
  static Toning sepia(double strength) {
    return new Toning(BROWNS, strength);
  }

  /// Two colours, and what the eye sees between them.
  ///
  /// @param strength 0 for none to 1 for all of it
  static Toning duotone(Duotone colours, double strength) {
    Oklab dark = Oklab.of(Rgb.of(colours.dark()).light());
    Oklab light = Oklab.of(Rgb.of(colours.light()).light());
    int middle = dark.towards(light, 0.55).saturated(MIDDLE_COLOUR).light().encoded().pixel();
    return new Toning(new int[] {colours.dark(), middle, colours.light()}, strength);
  }

  @Override
  public void apply(Bitmap picture) {
    int[] argb = picture.argb();
    for (int i = 0; i < argb.length; i++) {
      int pixel = argb[i];
      int tone = tones[Luma.y(pixel)];
      argb[i] =
          Argb.of(
              Argb.alpha(pixel),
              mixed(Argb.red(pixel), Argb.red(tone)),
              mixed(Argb.green(pixel), Argb.green(tone)),
              mixed(Argb.blue(pixel), Argb.blue(tone)));
    }
  }

  private int mixed(int from, int to) {
    return from + (((to - from) * strength + FULL / 2) >> 8);
  }

  /// Between the two stops that are nearest; there are three, at 0, 1/2 and 1.
  private static int tone(int[] stops, double y) {
    int below = y < 0.5 ? 0 : 1;
    double part = 2 * y - below;
    return Argb.opaque(
        between(Argb.red(stops[below]), Argb.red(stops[below + 1]), part),
        between(Argb.green(stops[below]), Argb.green(stops[below + 1]), part),
        between(Argb.blue(stops[below]), Argb.blue(stops[below + 1]), part));
  }

  private static int between(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }
}
