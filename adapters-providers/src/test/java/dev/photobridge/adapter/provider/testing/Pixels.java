package dev.photobridge.adapter.provider.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.pixels.Argb;
import dev.photobridge.adapter.provider.pixels.Bitmap;
import dev.photobridge.adapter.provider.pixels.PixelReader;
import dev.photobridge.adapter.provider.pixels.PixelReading;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/// Looks at pixels and makes some.
public final class Pixels {
  private Pixels() {}

  /// A photo in its full size.
  public static Bitmap decoded(StoredFile photo) throws IOException, InterruptedException {
    PhotoFacts facts = PhotoFiles.facts(photo);
    PixelReading reading = new PixelReader(100_000_000).read(photo, facts, facts.uprightSize());
    assertThat(reading).isInstanceOf(PixelReading.Decoded.class);
    return ((PixelReading.Decoded) reading).bitmap();
  }

  /// A bitmap whose pixel at (x, y) is what the function says.
  public static Bitmap drawn(int width, int height, IntBinaryOperator pixel) {
    int[] argb = new int[width * height];
    boolean opaque = true;
    for (int i = 0; i < argb.length; i++) {
      argb[i] = pixel.applyAsInt(i % width, i / width);
      opaque &= Argb.alpha(argb[i]) == 255;
    }
    return Bitmap.of(new PixelSize(width, height), argb, opaque);
  }

  /// A PNG file of these pixels, made without our own encoder.
  public static StoredFile png(Path file, Bitmap bitmap) throws IOException {
    var image =
        new BufferedImage(
            bitmap.size().width(),
            bitmap.size().height(),
            bitmap.isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, image.getWidth(), image.getHeight(), bitmap.argb(), 0, image.getWidth());
    Files.createDirectories(file.toAbsolutePath().getParent());
    assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
    return PhotoFiles.stored(file);
  }

  /// The pixel at a place.
  public static int at(Bitmap bitmap, int x, int y) {
    return bitmap.argb()[y * bitmap.size().width() + x];
  }

  /// Asserts a colour within some levels.
  public static void assertNear(int pixel, int red, int green, int blue, int levels) {
    assertThat(Math.abs(Argb.red(pixel) - red))
        .as("red of %08x, wanted %d", pixel, red)
        .isLessThanOrEqualTo(levels);
    assertThat(Math.abs(Argb.green(pixel) - green))
        .as("green of %08x, wanted %d", pixel, green)
        .isLessThanOrEqualTo(levels);
    assertThat(Math.abs(Argb.blue(pixel) - blue))
        .as("blue of %08x, wanted %d", pixel, blue)
        .isLessThanOrEqualTo(levels);
  }

  /// The mean difference of two bitmaps of the same size, in levels.
  public static double difference(Bitmap one, Bitmap other) {
    assertThat(one.size()).isEqualTo(other.size());
    long sum = 0;
    for (int i = 0; i < one.argb().length; i++) {
      int a = one.argb()[i];
      int b = other.argb()[i];
      sum +=
          Math.abs(Argb.red(a) - Argb.red(b))
              + Math.abs(Argb.green(a) - Argb.green(b))
              + Math.abs(Argb.blue(a) - Argb.blue(b));
    }
    return sum / (3.0 * one.argb().length);
  }
}
