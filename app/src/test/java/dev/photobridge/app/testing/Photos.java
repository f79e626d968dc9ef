package dev.photobridge.app.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.slf4j.LoggerFactory;

/// Photos for tests: a few small ones as resources, many more in a folder `shared/photos` above the
/// working directory, where there is one.
public final class Photos {
  private Photos() {}

  /// The photo of the recorded request: 900 x 500 pixels, 51,977 bytes.
  public static byte[] recorded() throws IOException {
    return small("IMG_0003.JPG");
  }

  /// A photo of the test resources.
  public static byte[] small(String name) throws IOException {
    try (InputStream in = Photos.class.getResourceAsStream("/photos/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  /// All photos of a folder of the shared ones; the test is skipped where there are none.
  public static List<Path> shared(String folder) throws IOException {
    Optional<Path> photos =
        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(above -> above.resolve("shared").resolve("photos").resolve(folder))
            .filter(Files::isDirectory)
            .findFirst();
    if (photos.isEmpty()) {
      String reason = "skipped: no folder shared/photos/" + folder + " above the working directory";
      LoggerFactory.getLogger(Photos.class).warn(reason);
      return abort(reason);
    }
    try (Stream<Path> files = Files.list(photos.get())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// A picture of one colour, as PNG.
  public static byte[] drawn(int width, int height) throws IOException {
    var png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }
}
