package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/// Real photos, made for a test: noise, which no format makes small.
final class TestPhotos {
  private TestPhotos() {}

  /// Writes an upright PNG of about three bytes a pixel.
  static PhotoFacts noise(Path file, int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    var random = new Random(width * 31L + height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    ImageIO.write(image, "png", file.toFile());
    return new PhotoFacts(
        MediaType.PNG,
        new PixelSize(width, height),
        Orientation.UPRIGHT,
        false,
        new ByteSize(file.toFile().length()));
  }
}
