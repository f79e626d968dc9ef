package dev.photobridge.adapter.provider.pixels;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWrapper;
import com.luciad.imageio.webp.WebPWriteParam;
import dev.photobridge.domain.media.PixelSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Writes lossy WEBP with libwebp, which is loaded when it is first needed. Unlike the other
/// encoders it holds a copy of the picture and the whole file.
final class WebpEncoding {
  /// The longest side that the format can describe (RFC 9649, 2.6).
  static final int MAX_SIDE_PX = 16383;

  /// From this quality on colours are brought to half their resolution with more care.
  private static final int SHARP_COLOUR_ABOVE = 90;

  private WebpEncoding() {}

  /// Why a picture can't be written, in words for operators; empty where it can.
  static Optional<String> obstacle(PixelSize size) {
    return obstacle(size, WebPWrapper::loadNativeLibrary);
  }

  /// @param library loads the native library and throws what the loader of libraries throws
  static Optional<String> obstacle(PixelSize size, Runnable library) {
    if (size.longestSide() > MAX_SIDE_PX) {
      return Optional.of("a WEBP can't be larger than 16383 pixels, this image is " + size);
    }
    try {
      library.run();
      return Optional.empty();
    } catch (RuntimeException | LinkageError e) {
      return Optional.of("no WEBP can be written on this machine, choose JPEG or PNG: " + e);
    }
  }

  static void write(BufferedImage image, int quality, ImageOutputStream target) throws IOException {
    var provider = new WebPImageWriterSpi();
    ImageWriter writer = provider.createWriterInstance(null);
    try {
      writer.setOutput(target);
      writer.write(null, new IIOImage(image, null, null), parameters(writer, quality));
    } finally {
      writer.dispose();
    }
  }

  private static WebPWriteParam parameters(ImageWriter writer, int quality) {
    var parameters = (WebPWriteParam) writer.getDefaultWriteParam();
    parameters.setCompressionType(CompressionType.Lossy);
    parameters.setCompressionQuality(quality / 100f);
    parameters.setUseSharpYUV(quality > SHARP_COLOUR_ABOVE);
    return parameters;
  }
}
