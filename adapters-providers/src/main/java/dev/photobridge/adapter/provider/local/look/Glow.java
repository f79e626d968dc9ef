package dev.photobridge.adapter.provider.local.look;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.pixels.ToneCurve;
import dev.photobridge.domain.media.PixelSize;

/// The soft glow of a diffusion filter: light from bright parts spreads over their surroundings,
/// and faces become smoother without losing their edges.
final class Glow implements Look {
  private static final ToneCurve LIGHT = ToneCurve.LIGHT;
  private static final int SIDE = 384;
  private static final int RADIUS = 3;

  /// How much of the spread light is added.
  private static final float ADDED = 0.5f;

  /// How much of the picture's own light is replaced by the spread one.
  private static final float SOFTENED = 0.22f;

  private final float strength;

  /// @param strength 0 for none to 1 for all of it
  Glow(double strength) {
    this.strength = (float) strength;
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
    int[] argb = picture.argb();
    for (int y = 0; y < picture.size().height(); y++) {
      soft.read(y, row);
      for (int x = 0, at = y * width; x < width; x++, at++) {
        int pixel = argb[at];
        argb[at] =
            Argb.of(
                Argb.alpha(pixel),
                level(Argb.red(pixel), row[3 * x]),
                level(Argb.green(pixel), row[3 * x + 1]),
                level(Argb.blue(pixel), row[3 * x + 2]));
      }
    }
  }

  private int level(int level, float spread) {
    float own = LIGHT.amount(level) / (float) ToneCurve.FULL;
    float soft = own + (spread - own) * SOFTENED * strength;
    float added = ADDED * strength * spread * spread * (1.5f - 0.5f * spread);
    return LIGHT.level(Math.round(ToneCurve.FULL * (1 - (1 - soft) * (1 - added))));
  }
}
