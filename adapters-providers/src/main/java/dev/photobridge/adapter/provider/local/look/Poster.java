package dev.photobridge.adapter.provider.local.look;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.domain.media.PixelSize;

/// A screen print of four inks: the picture's brightness in four flat tones, which each cover a
/// fair share of it however it was exposed.
final class Poster implements Look {
  private static final int SIDE = 1000;

  /// Of the blur that rounds the shapes and drops the small ones.
  private static final int RADIUS = 1;

  /// Ink from dark to bright: night blue, red, light blue, cream.
  private static final int[] INKS = {0x0b2a45, 0xd3302f, 0x6fa3ad, 0xfbe9c0};

  /// Which parts of the picture are darker than each border, where all brightness is even.
  private static final double[] SHARES = {0.27, 0.52, 0.76};

  /// How far the borders follow the picture, from where even brightness would put them.
  private static final double FOLLOWING = 0.7;

  /// Half the width of a border, in levels; wide enough for edges without steps.
  private static final double EDGE = 2.5;

  private static final int LEVELS = 256;

  /// Finer levels of brightness, so that borders within smooth shades have no steps either.
  private static final int FINER = 8;

  private final int strength;

  /// @param strength 0 for none to 1 for all of it
  Poster(double strength) {
    this.strength = (int) Math.round(256 * strength);
  }

  @Override
  public long weight(PixelSize size) {
    return SoftCopy.weight(size, SIDE);
  }

  @Override
  public void apply(Bitmap picture) throws InterruptedException {
    SoftCopy soft = SoftCopy.of(picture, SIDE, RADIUS);
    int width = picture.size().width();
    float[] row = new float[3 * width];
    int[] tones = tones(borders(soft, picture.size(), row));
    for (int y = 0; y < picture.size().height(); y++) {
      soft.read(y, row);
      for (int x = 0, at = y * width; x < width; x++, at++) {
        int pixel = picture.argb()[at];
        picture.argb()[at] = printed(pixel, tones[brightness(row, 3 * x)]);
      }
    }
  }

  private int printed(int pixel, int tone) {
    return Argb.of(
        Argb.alpha(pixel),
        mixed(Argb.red(pixel), Argb.red(tone)),
        mixed(Argb.green(pixel), Argb.green(tone)),
        mixed(Argb.blue(pixel), Argb.blue(tone)));
  }

  private int mixed(int from, int to) {
    return from + (((to - from) * strength + 128) >> 8);
  }

  /// From 0 to [#LEVELS] times [#FINER], as values of sRGB go.
  private static int brightness(float[] row, int at) {
    float light = 0.2126f * row[at] + 0.7152f * row[at + 1] + 0.0722f * row[at + 2];
    return (int) ((LEVELS * FINER - 1) * Math.sqrt(Math.clamp(light, 0f, 1f)));
  }

  private static double[] borders(SoftCopy soft, PixelSize size, float[] row) {
    int[] counts = new int[LEVELS];
    int all = 0;
    for (int y = 0; y < size.height(); y += Math.max(1, size.height() / LEVELS)) {
      soft.read(y, row);
      for (int x = 0; x < size.width(); x++) {
        counts[brightness(row, 3 * x) / FINER]++;
        all++;
      }
    }
    double[] borders = new double[SHARES.length];
    for (int i = 0; i < borders.length; i++) {
      borders[i] =
          FOLLOWING * quantile(counts, all * SHARES[i]) + (1 - FOLLOWING) * LEVELS * SHARES[i];
    }
    return borders;
  }

  private static int quantile(int[] counts, double darker) {
    int level = 0;
    for (long sum = counts[0]; level < LEVELS - 1 && sum < darker; sum += counts[level]) {
      level++;
    }
    return level;
  }

  private static int[] tones(double[] borders) {
    int[] tones = new int[LEVELS * FINER];
    for (int i = 0; i < tones.length; i++) {
      double level = (double) i / FINER;
      Rgb light = Rgb.of(INKS[0]).light();
      for (int b = 0; b < borders.length; b++) {
        double part = Curves.smoothStep(borders[b] - EDGE, borders[b] + EDGE, level);
        light = light.towards(Rgb.of(INKS[b + 1]).light(), part);
      }
      tones[i] = light.encoded().pixel();
    }
    return tones;
  }
}
