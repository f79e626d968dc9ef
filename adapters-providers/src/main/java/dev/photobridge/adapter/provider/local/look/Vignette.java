package dev.photobridge.adapter.provider.local.look;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.pixels.ToneCurve;

/// Takes light from the corners, as an old lens does, and strews grain over the middle tones, which
/// also keeps the darkening from showing in steps.
final class Vignette implements Look {
  private static final ToneCurve LIGHT = ToneCurve.LIGHT;

  /// From this part of the way to a corner on it gets darker.
  private static final float FROM = 0.35f;

  private final float darkening;
  private final float grain;

  /// @param darkening how much of the light a corner loses, 0 to 1
  /// @param grain in levels of the middle gray
  Vignette(double darkening, double grain) {
    this.darkening = (float) darkening;
    this.grain = (float) grain;
  }

  @Override
  public void apply(Bitmap picture) {
    int width = picture.size().width();
    int height = picture.size().height();
    float toCorner = (float) (width * (double) width + height * (double) height) / 4;
    for (int y = 0; y < height; y++) {
      float down = y + 0.5f - height / 2f;
      for (int x = 0; x < width; x++) {
        float across = x + 0.5f - width / 2f;
        float way = (across * across + down * down) / toCorner;
        int at = y * width + x;
        picture.argb()[at] = darkened(picture.argb()[at], light(way), Noise.at(x, y));
      }
    }
  }

  /// @param way the square of the part of the way to a corner
  private float light(float way) {
    float t = (way - FROM * FROM) / (1 - FROM * FROM);
    return t <= 0 ? 1 : 1 - darkening * t * (2 - t);
  }

  private int darkened(int pixel, float light, float noise) {
    int middle = Argb.green(pixel);
    float grains = grain * noise * middle * (255 - middle) / (127.5f * 127.5f);
    return Argb.of(
        Argb.alpha(pixel),
        level(Argb.red(pixel), light, grains),
        level(Argb.green(pixel), light, grains),
        level(Argb.blue(pixel), light, grains));
  }

  private static int level(int level, float light, float grains) {
    return Argb.level(Math.round(LIGHT.level((int) (LIGHT.amount(level) * light)) + grains));
  }
}
