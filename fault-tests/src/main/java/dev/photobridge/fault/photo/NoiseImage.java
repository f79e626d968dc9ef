package dev.photobridge.fault.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/// Images of coloured noise, which no two seeds have in common.
final class NoiseImage {
  private NoiseImage() {}

  static byte[] jpeg(int width, int height, long seed) {
    var random = new SplittableRandom(seed);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = random.ints((long) width * height, 0, 1 << 24).toArray();
    image.setRGB(0, 0, width, height, pixels, 0, width);
    var jpeg = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", jpeg);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jpeg.toByteArray();
  }
}
