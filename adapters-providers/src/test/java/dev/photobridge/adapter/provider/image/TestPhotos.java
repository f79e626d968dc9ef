package dev.photobridge.adapter.provider.image;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Photos for tests by names such as `hostile/one-pixel.jpg`: small ones are resources, larger ones
/// lie in a folder `shared/photos` above the working directory.
final class TestPhotos {
  private TestPhotos() {}

  /// The bytes of this photo; the test is skipped where it is not there.
  static byte[] bytes(String name) throws IOException {
    byte[] small = resource("/photos/" + name);
    return small == null ? Files.readAllBytes(sharedFolder().resolve(name)) : small;
  }

  /// The bytes of a resource, null where there is none.
  static byte @Nullable [] resource(String name) throws IOException {
    try (var resource = TestPhotos.class.getResourceAsStream(name)) {
      return resource == null ? null : resource.readAllBytes();
    }
  }

  /// The folder of the larger photos; the test is skipped where there is none.
  static Path sharedFolder() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve("shared").resolve("photos"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseGet(TestPhotos::skip);
  }

  private static Path skip() {
    String reason = "skipped: no folder shared/photos above the working directory";
    LoggerFactory.getLogger(TestPhotos.class).warn(reason);
    return abort(reason);
  }
}
