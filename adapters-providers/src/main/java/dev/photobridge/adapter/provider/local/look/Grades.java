package dev.photobridge.adapter.provider.local.look;

/// The formulas of the looks that only change colours.
final class Grades {
  /// Brighter than as seen, since the contrast takes light from the middle tones.
  private static final double NOIR_GAMMA = 2.7;

  private Grades() {}

  /// The warm light and the soft ends of colour print film: creamy whites, blacks that are not
  /// quite black and a little blue.
  static Rgb warmFilm(Rgb colour) {
    Rgb warm = balanced(colour, 1.08, 1.0, 0.86);
    Rgb soft = saturated(contrasted(warm, 0.3), 0.94);
    return new Rgb(
        0.035 + 0.95 * soft.red(), 0.042 + 0.918 * soft.green(), 0.062 + 0.858 * soft.blue());
  }

  /// Clear and cold, as on a winter's day: blue in the shadows, whites that stay white.
  static Rgb cool(Rgb colour) {
    Rgb cold = saturated(contrasted(balanced(colour, 0.87, 1.0, 1.17), 0.3), 0.9);
    return new Rgb(0.985 * cold.red(), 0.01 + 0.985 * cold.green(), 0.04 + 0.96 * cold.blue());
  }

  /// Matte, as a print that lay in the sun: pale colours between a gray black and a soft white.
  static Rgb faded(Rgb colour) {
    Rgb pale = saturated(contrasted(colour, 0.15), 0.72);
    return new Rgb(
        0.125 + 0.815 * pale.red(), 0.115 + 0.815 * pale.green(), 0.125 + 0.785 * pale.blue());
  }

  /// Black and white as through an orange filter, hard, with deep blacks.
  static Rgb noir(Rgb colour) {
    Rgb light = colour.light();
    double seen = 0.42 * light.red() + 0.5 * light.green() + 0.08 * light.blue();
    double gray = Math.pow(Math.max(0, seen), 1 / NOIR_GAMMA);
    double hard = Curves.contrast(Curves.contrast(gray, 0.75), 0.45);
    return new Rgb(hard, hard, hard);
  }

  /// Other light of the same brightness.
  private static Rgb balanced(Rgb colour, double reds, double greens, double blues) {
    double brightness = 0.2126 * reds + 0.7152 * greens + 0.0722 * blues;
    return colour
        .light()
        .times(reds / brightness, greens / brightness, blues / brightness)
        .encoded();
  }

  private static Rgb contrasted(Rgb colour, double amount) {
    return new Rgb(
        Curves.contrast(Math.min(1, colour.red()), amount),
        Curves.contrast(Math.min(1, colour.green()), amount),
        Curves.contrast(Math.min(1, colour.blue()), amount));
  }

  private static Rgb saturated(Rgb colour, double factor) {
    Rgb light = Oklab.of(colour.light()).saturated(factor).light();
    return new Rgb(Math.max(0, light.red()), Math.max(0, light.green()), Math.max(0, light.blue()))
        .encoded();
  }
}
