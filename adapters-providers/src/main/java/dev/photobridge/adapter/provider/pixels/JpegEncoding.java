package dev.photobridge.adapter.provider.pixels;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.NodeList;

/// Writes baseline JPEG with the JDK's encoder.
final class JpegEncoding {
  /// From this quality on colours are kept at full resolution; below, at half of it each way, as
  /// cameras do.
  private static final int FULL_COLOUR_ABOVE = 90;

  private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

  private JpegEncoding() {}

  static void write(BufferedImage image, int quality, ImageOutputStream target) throws IOException {
    ImageWriter writer = ofTheJdk();
    try {
      writer.setOutput(target);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality / 100f);
      IIOMetadata header =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), parameters);
      if (quality > FULL_COLOUR_ABOVE) {
        keepFullColour(header);
      }
      writer.write(null, new IIOImage(image, null, header), parameters);
    } finally {
      writer.dispose();
    }
  }

  private static void keepFullColour(IIOMetadata header) throws IOException {
    var tree = (IIOMetadataNode) header.getAsTree(FORMAT);
    NodeList components = tree.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      var component = (IIOMetadataNode) components.item(i);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    header.setFromTree(FORMAT, tree);
  }

  private static ImageWriter ofTheJdk() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getModule() == ImageIO.class.getModule()) {
        return writer;
      }
    }
    throw new IllegalStateException("this JDK has no JPEG encoder");
  }
}
