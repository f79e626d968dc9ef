package dev.photobridge.adapter.provider.pixels;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/// The decoders, each chosen on purpose: ImageIO alone would take the first that claims a format,
/// and would try TIFF, GIF and BMP, too.
final class ImageReaders {
  private ImageReaders() {}

  /// The JDK's JPEG decoder: the fastest, hands over row by row, knows no CMYK.
  static ImageReader plainJpeg() {
    return ofTheJdk("jpeg");
  }

  /// The JPEG decoder for everything unusual: CMYK, odd markers, lossless.
  static ImageReader unusualJpeg() throws IOException {
    return plugIn(JPEGImageReaderSpi.class);
  }

  /// The PNG decoder.
  static ImageReader png() {
    return ofTheJdk("png");
  }

  /// The WEBP decoder.
  static ImageReader webp() throws IOException {
    return plugIn(WebPImageReaderSpi.class);
  }

  private static ImageReader ofTheJdk(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule() == ImageIO.class.getModule()) {
        return reader;
      }
    }
    throw new IllegalStateException("this JDK has no " + format + " decoder");
  }

  private static ImageReader plugIn(Class<? extends ImageReaderSpi> provider) throws IOException {
    return IIORegistry.getDefaultInstance()
        .getServiceProviderByClass(provider)
        .createReaderInstance();
  }
}
