package dev.photobridge.adapter.provider.pixels;

import static dev.photobridge.adapter.provider.testing.Pixels.assertNear;
import static dev.photobridge.adapter.provider.testing.Pixels.at;
import static dev.photobridge.adapter.provider.testing.Pixels.decoded;
import static dev.photobridge.adapter.provider.testing.Pixels.drawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.testing.PhotoFixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegDecodingTest {
  private static final int START_OF_IMAGE = 2;
  private static final int JFIF_SEGMENT = 18;
  private static final int FRAME = 0xc0;
  private static final int SCAN = 0xda;

  @TempDir Path folder;

  /// Decoding that needed the full size would pass the limit.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "real/orientation-6.jpg",
        "real/curie-gray-orientation6.jpg",
        "real/seeding-progressive-16mp.jpg",
        "real/panasonic-lx3-gps.jpg",
        "synthetic/adobe-rgb.jpg",
        "synthetic/display-p3.jpg",
        "hostile/icc-garbage.jpg",
        "hostile/polyglot-html-comment.jpg",
      })
  void neverHoldsTheFullSizeOfUsualPhotos(String name) throws Exception {
    StoredFile file = PhotoFiles.stored(name);
    PhotoFacts facts = PhotoFiles.facts(file);

    PixelReading reading =
        new PixelReader(150_000).read(file, facts, facts.uprightSize().fittedInto(320));

    assertThat(reading).isInstanceOf(PixelReading.Decoded.class);
  }

  @Test
  void refusesUnusualPhotosThatNeedTooMuchMemory() throws Exception {
    StoredFile file = PhotoFiles.stored("synthetic/cmyk-adobe.jpg");

    PixelReading reading =
        new PixelReader(1600 * 900 * 3 - 1)
            .read(file, PhotoFiles.facts(file), new PixelSize(80, 45));

    assertThat(reading).isInstanceOf(PixelReading.Undecodable.class);
  }

  @Test
  void takesColoursWithoutAMarkerForYCbCr() throws Exception {
    byte[] unmarked = withoutJfif(orange());

    assertNear(colour(unmarked), 240, 120, 20, 3);
  }

  /// Which the JDK's decoder takes for RGB.
  @Test
  void takesColoursOfUnusualNumbersForYCbCr() throws Exception {
    byte[] unmarked = withoutJfif(orange());
    number(unmarked, 0, 1, 2);

    assertNear(colour(unmarked), 240, 120, 20, 3);
  }

  @Test
  void believesAMarkerThatSaysRgb() throws Exception {
    byte[] bare = withoutJfif(orange());
    byte[] lettered = bare.clone();
    number(lettered, 'R', 'G', 'B');

    assertNear(colour(markedAsRgb(bare)), 145, 58, 196, 3);
    assertNear(colour(markedAsRgb(lettered)), 145, 58, 196, 3);
  }

  @Test
  void doesNotTrustASizeThatTheDecoderDoesNotFind() throws Exception {
    StoredFile jpeg = PhotoFiles.stored("synthetic/IMG_0003.JPG");
    StoredFile webp = PhotoFiles.stored("synthetic/lossless-alpha.webp");

    assertThat(as(jpeg, PhotoFixtures.aPhoto().withSize(90, 50).build())).contains("900x500");
    assertThat(as(jpeg, PhotoFixtures.aPhoto().withSize(1000, 500).build())).contains("900x500");
    assertThat(as(webp, PhotoFixtures.aPhoto().withType(MediaType.WEBP).withSize(950, 600).build()))
        .contains("900x600");
  }

  private static String as(StoredFile file, PhotoFacts facts) throws Exception {
    PixelReading reading = new PixelReader(3_000_000).read(file, facts, facts.storedSize());
    assertThat(reading).isInstanceOf(PixelReading.Undecodable.class);
    return ((PixelReading.Undecodable) reading).reason();
  }

  private byte[] orange() throws Exception {
    Bitmap orange = drawn(64, 64, (x, y) -> Argb.opaque(240, 120, 20));
    try (MediaDraft jpeg =
            PixelWriter.draft(orange, new Encoding.Jpeg(95), new DraftFolder(folder));
        var in = jpeg.file().open()) {
      return in.readAllBytes();
    }
  }

  /// With a segment of Adobe's that says transform 0.
  private static byte[] markedAsRgb(byte[] bare) throws IOException {
    var marked = new ByteArrayOutputStream();
    marked.write(bare, 0, START_OF_IMAGE);
    marked.write(new byte[] {(byte) 0xff, (byte) 0xee, 0, 14});
    marked.write("Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
    marked.write(bare, START_OF_IMAGE, bare.length - START_OF_IMAGE);
    return marked.toByteArray();
  }

  private static byte[] withoutJfif(byte[] jpeg) {
    byte[] bare = new byte[jpeg.length - JFIF_SEGMENT];
    System.arraycopy(jpeg, 0, bare, 0, START_OF_IMAGE);
    System.arraycopy(
        jpeg, START_OF_IMAGE + JFIF_SEGMENT, bare, START_OF_IMAGE, bare.length - START_OF_IMAGE);
    return bare;
  }

  /// Gives the three components other numbers.
  private static void number(byte[] jpeg, int first, int second, int third) {
    int[] numbers = {first, second, third};
    int frame = segment(jpeg, FRAME);
    int scan = segment(jpeg, SCAN);
    for (int i = 0; i < 3; i++) {
      jpeg[frame + 10 + 3 * i] = (byte) numbers[i];
      jpeg[scan + 5 + 2 * i] = (byte) numbers[i];
    }
  }

  private static int segment(byte[] jpeg, int marker) {
    int at = START_OF_IMAGE;
    while ((jpeg[at + 1] & 0xff) != marker) {
      at += 2 + (((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff));
    }
    return at;
  }

  private int colour(byte[] jpeg) throws Exception {
    Path file = Files.write(folder.resolve("orange.jpg"), jpeg);
    return at(decoded(PhotoFiles.stored(file)), 32, 32);
  }
}
