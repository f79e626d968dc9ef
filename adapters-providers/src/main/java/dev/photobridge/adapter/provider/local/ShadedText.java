package dev.photobridge.adapter.provider.local;

import dev.photobridge.adapter.provider.local.look.Blur;
import dev.photobridge.adapter.provider.local.look.Luma;
import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.domain.media.PixelSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/// Letters with a soft shade around them, dark for bright letters and bright for dark ones, so that
/// they can be read on every picture.
final class ShadedText {
  /// Reach of the shade, in heights of the font.
  private static final double SHADE = 0.18;

  /// How far the shade falls, likewise.
  private static final double FALL = 0.03;

  private static final float DENSITY = 1.5f;
  private static final float DENSEST = 0.62f;

  private final TextBlock block;
  private final int colour;
  private final int shade;
  private final PixelSize size;

  /// @param colour of the letters, `0xRRGGBB`
  ShadedText(TextBlock block, int colour) {
    this.block = block;
    this.colour = colour;
    this.shade = 1 + (int) Math.ceil(SHADE * block.fontHeight());
    PixelSize letters = block.size();
    this.size = new PixelSize(letters.width() + 2 * shade, letters.height() + 2 * shade);
  }

  /// How far it reaches beyond the block on each side, in pixels.
  int shade() {
    return shade;
  }

  /// How many pixels, of four bytes each, drawing it holds.
  long weight() {
    return 4 * size.area();
  }

  /// Letters and shade.
  Bitmap bitmap() {
    int[] argb = coverage(0);
    float[] shades = shades();
    int dark = Luma.y(colour) > Luma.NEUTRAL ? 0 : 255;
    for (int i = 0; i < argb.length; i++) {
      argb[i] = over(Argb.alpha(argb[i]) / 255f, Math.min(DENSEST, DENSITY * shades[i]), dark);
    }
    return Bitmap.of(size, argb, /* opaque= */ false);
  }

  private int over(float letter, float shaded, int dark) {
    float alpha = letter + shaded * (1 - letter);
    if (alpha == 0) {
      return 0;
    }
    float share = letter / alpha;
    return Argb.of(
        Math.round(255 * alpha),
        Math.round(dark + (Argb.red(colour) - dark) * share),
        Math.round(dark + (Argb.green(colour) - dark) * share),
        Math.round(dark + (Argb.blue(colour) - dark) * share));
  }

  private float[] shades() {
    int[] fallen = coverage(FALL * block.fontHeight());
    float[] shades = new float[fallen.length];
    for (int i = 0; i < shades.length; i++) {
      shades[i] = Argb.alpha(fallen[i]) / 255f;
    }
    Blur.soften(shades, size, Math.max(1, shade / 4));
    return shades;
  }

  /// The letters as alpha.
  ///
  /// @param fall how far down they are moved
  private int[] coverage(double fall) {
    var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
    Path2D outline = block.outline(shade, shade + fall);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setColor(Color.WHITE);
      graphics.fill(outline);
    } finally {
      graphics.dispose();
    }
    return image.getRGB(0, 0, size.width(), size.height(), null, 0, size.width());
  }
}
