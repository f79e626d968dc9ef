package dev.photobridge.adapter.provider.pixels;

import static dev.photobridge.adapter.provider.testing.Pixels.assertNear;
import static dev.photobridge.adapter.provider.testing.Pixels.at;
import static dev.photobridge.adapter.provider.testing.Pixels.decoded;
import static dev.photobridge.adapter.provider.testing.Pixels.drawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.domain.testing.PhotoFixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpegDecodingTest {
  private static final int START_OF_IMAGE = 2;
  private static final int JFIF_SEGMENT = 18;

  @TempDir Path folder;

  /// Full-resolution YCbCr without any marker is what the JDK's decoder takes for RGB.
  @Test
  void takesColoursWithoutAMarkerForYCbCr() throws Exception {
    Bitmap orange = drawn(64, 64, (x, y) -> Argb.opaque(240, 120, 20));
    try (MediaDraft jpeg =
            PixelWriter.draft(orange, new Encoding.Jpeg(95), new DraftFolder(folder));
        var in = jpeg.file().open()) {
      byte[] bytes = in.readAllBytes();
      assertThat(bytes[3]).isEqualTo((byte) 0xe0);
      byte[] bare = new byte[bytes.length - JFIF_SEGMENT];
      System.arraycopy(bytes, 0, bare, 0, START_OF_IMAGE);
      System.arraycopy(
          bytes, START_OF_IMAGE + JFIF_SEGMENT, bare, START_OF_IMAGE, bare.length - START_OF_IMAGE);
      Path file = Files.write(folder.resolve("bare.jpg"), bare);

      assertNear(at(decoded(PhotoFiles.stored(file)), 32, 32), 240, 120, 20, 3);
    }
  }

  @Test
  void doesNotTrustTheSizeThatOneHeaderClaims() throws Exception {
    var file = PhotoFiles.stored("synthetic/IMG_0003.JPG");
    var facts = PhotoFixtures.aPhoto().withSize(90, 50).build();

    PixelReading reading = new PixelReader(1_000_000).read(file, facts, facts.storedSize());

    assertThat(reading).isInstanceOf(PixelReading.Undecodable.class);
    assertThat(((PixelReading.Undecodable) reading).reason()).contains("900x500");
  }
}
