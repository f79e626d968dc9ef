package dev.photobridge.benchmark.fake;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// JPEGs of a wanted size that hold nothing but pixels: the server cuts metadata out before it
/// sends a photo, so padding would not arrive. About 1.2 megapixels a megabyte, as cameras write
/// them. The same seed and size give the same bytes.
public final class NoisePhoto {
  private static final double BYTES_A_PIXEL = 10.0 / 12;
  private static final int TRIAL_SIDE = 256;
  private static final int TRIALS = 12;

  private NoisePhoto() {}

  /// A photo with sides of 4:3.
  ///
  /// @param bytes the wanted size, which is met to within some percent
  public static byte[] ofAbout(int bytes, long seed) {
    double height = Math.sqrt(bytes / BYTES_A_PIXEL * 3 / 4);
    return jpeg(noise((int) (height * 4 / 3), (int) height, seed), fittingQuality());
  }

  /// The quality at which noise takes as many bytes a pixel as wanted, by halving.
  private static float fittingQuality() {
    BufferedImage trial = noise(TRIAL_SIDE, TRIAL_SIDE, 1);
    int wanted = (int) (TRIAL_SIDE * TRIAL_SIDE * BYTES_A_PIXEL);
    float low = 0;
    float high = 1;
    for (int i = 0; i < TRIALS; i++) {
      float middle = (low + high) / 2;
      if (jpeg(trial, middle).length < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static BufferedImage noise(int width, int height, long seed) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    new Random(seed).nextBytes(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    return image;
  }

  private static byte[] jpeg(BufferedImage image, float quality) {
    var bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException("the JPEG encoder failed in memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
