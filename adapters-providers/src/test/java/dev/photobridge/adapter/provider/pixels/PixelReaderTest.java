package dev.photobridge.adapter.provider.pixels;

import static dev.photobridge.adapter.provider.testing.Pixels.assertNear;
import static dev.photobridge.adapter.provider.testing.Pixels.at;
import static dev.photobridge.adapter.provider.testing.Pixels.decoded;
import static dev.photobridge.adapter.provider.testing.Pixels.difference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.testing.PhotoFixtures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PixelReaderTest {
  private static final PixelSize SMALL = new PixelSize(60, 40);

  @TempDir Path folder;

  private final PixelReader reader = new PixelReader(20_000_000);

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 4, 5, 6, 7, 8})
  void turnsEveryOrientationUpright(int orientation) throws Exception {
    Bitmap upright = decoded(PhotoFiles.stored("real/orientation-1.jpg"));

    Bitmap turned = decoded(PhotoFiles.stored("real/orientation-" + orientation + ".jpg"));

    assertThat(turned.size()).isEqualTo(new PixelSize(1800, 1200));
    assertThat(difference(Scaler.scale(turned, SMALL), Scaler.scale(upright, SMALL))).isLessThan(2);
  }

  @Test
  void readsOneChannelAndTurnsIt() throws Exception {
    Bitmap curie = decoded(PhotoFiles.stored("real/curie-gray-orientation6.jpg"));

    assertThat(curie.size()).isEqualTo(new PixelSize(840, 700));
    assertThat(Arrays.stream(curie.argb()))
        .allMatch(p -> Argb.red(p) == Argb.green(p) && Argb.red(p) == Argb.blue(p));
  }

  @ParameterizedTest
  @CsvSource({
    "adobe-rgb.jpg,   32, 230, 79, 80",
    "adobe-rgb.jpg,   96, 0, 200, 66",
    "adobe-rgb.jpg,  160, 79, 79, 205",
    "adobe-rgb.jpg,  224, 129, 129, 129",
    "display-p3.jpg,  32, 216, 69, 77",
    "display-p3.jpg,  96, 0, 202, 56",
    "display-p3.jpg, 160, 80, 80, 207",
    "display-p3.jpg, 224, 128, 128, 128",
  })
  void appliesTheProfile(String photo, int x, int red, int green, int blue) throws Exception {
    assertNear(at(decoded(PhotoFiles.stored("synthetic/" + photo)), x, 32), red, green, blue, 3);
  }

  @Test
  void convertsCmyk() throws Exception {
    Bitmap photo = decoded(PhotoFiles.stored("synthetic/cmyk-adobe.jpg"));

    assertNear(at(photo, 32, 32), 143, 147, 112, 3);
    assertNear(at(photo, 800, 450), 67, 64, 38, 3);
  }

  @Test
  void reducesSixteenBits() throws Exception {
    StoredFile file = PhotoFiles.stored("synthetic/rgb-16bit.png");
    BufferedImage expected = ImageIO.read(PhotoFiles.path("synthetic/rgb-16bit.png").toFile());

    Bitmap photo = decoded(file);

    for (int x = 0; x < 640; x += 37) {
      int pixel = expected.getRGB(x, 180);
      assertNear(at(photo, x, 180), Argb.red(pixel), Argb.green(pixel), Argb.blue(pixel), 1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR
      })
  void readsEveryKindOfPng(int type) throws Exception {
    var image = new BufferedImage(20, 20, type);
    double[] gray = {102, 102, 102, 255};
    double[] deepGray = {102 * 257};
    for (int i = 0; i < 400; i++) {
      switch (type) {
        case BufferedImage.TYPE_BYTE_INDEXED -> image.setRGB(i % 20, i / 20, 0xff666666);
        case BufferedImage.TYPE_USHORT_GRAY -> image.getRaster().setPixel(i % 20, i / 20, deepGray);
        default -> image.getRaster().setPixel(i % 20, i / 20, gray);
      }
    }
    Path file = folder.resolve("kind.png");
    assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();

    assertThat(decoded(PhotoFiles.stored(file)).argb()).containsOnly(0xff666666);
  }

  @Test
  void readsTheFirstFrameOfAnAnimationInItsPlace() throws Exception {
    Bitmap photo = decoded(PhotoFiles.stored("real/animated-squares-cc0.webp"));

    assertThat(photo.size()).isEqualTo(new PixelSize(80, 80));
    assertThat(photo.isOpaque()).isFalse();
    assertThat(at(photo, 5, 40)).isZero();
    assertThat(at(photo, 75, 40)).isZero();
    assertThat(Argb.alpha(at(photo, 20, 20))).isEqualTo(255);
  }

  @Test
  void readsLossyAndLosslessWebp() throws Exception {
    Bitmap lossless = decoded(PhotoFiles.stored("synthetic/lossless-alpha.webp"));

    assertNear(at(lossless, 32, 32), 0x1b, 0x23, 0x40, 0);
    assertThat(at(lossless, 450, 300)).isZero();
    assertThat(decoded(PhotoFiles.stored("real/denali-canon7d.webp")).isOpaque()).isTrue();
  }

  @Test
  void takesABrokenProfileForSrgb() throws Exception {
    Bitmap broken = decoded(PhotoFiles.stored("hostile/icc-garbage.jpg"));
    Bitmap without = decoded(PhotoFiles.stored("hostile/exif-markup.jpg"));

    assertThat(broken.argb()).isEqualTo(without.argb());
  }

  @Test
  void averagesWhatItLeavesOut() throws Exception {
    StoredFile file = PhotoFiles.stored("real/orientation-6.jpg");
    PhotoFacts facts = PhotoFiles.facts(file);
    var wanted = new PixelSize(500, 333);

    Bitmap small = bitmap(reader.read(file, facts, wanted));

    assertThat(small.size()).isEqualTo(wanted).isEqualTo(reader.size(facts, wanted));
    Bitmap whole = Scaler.scale(decoded(file), small.size());
    assertThat(difference(small, whole)).isLessThan(3);
  }

  @ParameterizedTest
  @CsvSource({
    // upright photo; wanted; delivered
    "6000,4000, 3072,2048, 3072,2048",
    "6000,4000, 2000,1333, 2000,1333",
    "6000,4000, 1000,1000, 1500,1000", // covered, so that it can be cut to this shape
    "6000,4000, 1000,300,  1000,667",
    "6000,4000, 6000,4000, 6000,4000",
    "6000,4000, 7000,100,  6000,4000",
    "600,400,   3072,2048, 600,400"
  })
  void deliversThePhotosShapeInTheSmallestSizeThatCoversTheWantedOne(
      int width, int height, int wantedWidth, int wantedHeight, int w, int h) {
    PhotoFacts upright = PhotoFixtures.aPhoto().withSize(width, height).build();
    PhotoFacts lying =
        PhotoFixtures.aPhoto()
            .withSize(height, width)
            .withOrientation(Orientation.QUARTER_TURN_CLOCKWISE)
            .build();
    var wanted = new PixelSize(wantedWidth, wantedHeight);

    assertThat(reader.size(upright, wanted)).isEqualTo(new PixelSize(w, h));
    assertThat(reader.size(lying, wanted)).isEqualTo(new PixelSize(w, h));
  }

  @Test
  void scalesOnTheWayWhatStandsOnItsSide() throws Exception {
    StoredFile file = PhotoFiles.stored("real/orientation-6.jpg");
    PhotoFacts facts = PhotoFiles.facts(file);
    PixelSize wanted = facts.uprightSize().fittedInto(facts.uprightSize().longestSide() * 2 / 3);

    Bitmap small = bitmap(reader.read(file, facts, wanted));

    assertThat(difference(small, Scaler.scale(decoded(file), wanted))).isLessThan(0.1);
  }

  @Test
  void needsOnlyTheMemoryOfWhatIsWanted() throws Exception {
    PhotoFacts jpeg = PhotoFixtures.aPhoto().withSize(6000, 4000).build();
    PhotoFacts png = PhotoFixtures.aPhoto().withSize(6000, 4000).withType(MediaType.PNG).build();
    var wanted = new PixelSize(2000, 1333);

    assertThat(reader.weight(jpeg, wanted)).isEqualTo(2000 * 1333);
    assertThat(reader.weight(png, wanted)).isEqualTo(2000 * 1333 + 24_000_000);
    assertThat(reader.isTooHeavy(reader.weight(png, wanted))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "png-bomb-50000x50000.png",
        "png-header-claims-2g.png",
        "jpeg-header-claims-65500.jpg"
      })
  void refusesMorePixelsThanFitWithoutOpeningTheFile(String name) throws Exception {
    PhotoFacts facts = PhotoFiles.facts(PhotoFiles.stored("hostile/" + name));

    PixelReading reading = reader.read(new BrokenFile(), facts, facts.storedSize());

    assertThat(reading).isInstanceOf(PixelReading.Undecodable.class);
    assertThat(((PixelReading.Undecodable) reading).reason())
        .contains("more memory than the server has");
  }

  @Test
  void survivesEveryHostileFileWhateverItIsTakenFor() throws Exception {
    for (Path file : files("hostile")) {
      for (MediaType type : MediaType.values()) {
        PhotoFacts facts = PhotoFixtures.aPhoto().withSize(900, 500).withType(type).build();

        PixelReading reading = reader.read(PhotoFiles.stored(file), facts, facts.storedSize());

        assertThat(reading).as("%s as %s", file.getFileName(), type).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncated-header.jpg", "png-bad-crc.png", "webp-truncated.webp"})
  void saysWhyAFileCannotBeDecoded(String name) throws Exception {
    MediaType type =
        MediaType.ofMime(
                "image/" + name.substring(name.lastIndexOf('.') + 1).replace("jpg", "jpeg"))
            .orElseThrow();
    PhotoFacts facts = PhotoFixtures.aPhoto().withSize(16, 16).withType(type).build();

    PixelReading reading =
        reader.read(PhotoFiles.stored("hostile/" + name), facts, facts.storedSize());

    assertThat(reading).isInstanceOf(PixelReading.Undecodable.class);
    assertThat(((PixelReading.Undecodable) reading).reason())
        .startsWith("can't decode the " + type);
  }

  @Test
  void doesNotReadMetadata() throws Exception {
    assertThat(decoded(PhotoFiles.stored("hostile/png-ztxt-bomb-100mb.png")).size())
        .isEqualTo(new PixelSize(1, 1));
  }

  @Test
  void doesNotTakeTroubleOfTheFileForABrokenPhoto() {
    PhotoFacts facts = PhotoFixtures.aPhoto().build();

    assertThatThrownBy(() -> reader.read(new BrokenFile(), facts, facts.storedSize()))
        .isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void stopsWhenInterrupted() throws Exception {
    for (String name : List.of("synthetic/IMG_0003.JPG", "synthetic/frame-overlay-alpha.png")) {
      StoredFile file = PhotoFiles.stored(name);
      PhotoFacts facts = PhotoFiles.facts(file);
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> reader.read(file, facts, facts.storedSize()))
          .as(name)
          .isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  private static Bitmap bitmap(PixelReading reading) {
    return ((PixelReading.Decoded) reading).bitmap();
  }

  private static List<Path> files(String folder) throws IOException {
    try (var files = Files.list(PhotoFiles.folder().resolve(folder))) {
      return new ArrayList<>(files.sorted().toList());
    }
  }

  /// Opens, but can't be read.
  private record BrokenFile() implements StoredFile {
    @Override
    public long size() {
      return 100_000;
    }

    @Override
    public InputStream open() throws IOException {
      throw new ClosedChannelException();
    }

    @Override
    public SeekableByteChannel openChannel() throws IOException {
      SeekableByteChannel channel =
          Files.newByteChannel(
              Files.createTempFile("broken", ".jpg"), StandardOpenOption.DELETE_ON_CLOSE);
      channel.close();
      return channel;
    }
  }
}
