package dev.photobridge.adapter.provider.pixels;

import static dev.photobridge.adapter.provider.testing.Pixels.decoded;
import static dev.photobridge.adapter.provider.testing.Pixels.difference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.ResultConverter.Conversion;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.slot.OutputSettings;
import dev.photobridge.domain.testing.PhotoFixtures;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelResultConverterTest {
  @TempDir Path folder;

  private final PixelResultConverter converter =
      new PixelResultConverter(new PixelReader(20_000_000), new DecodePermits(10_000_000, 2));
  private DraftFolder drafts = new DraftFolder(Path.of(""));

  @BeforeEach
  void begin() {
    drafts = new DraftFolder(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "synthetic/frame-overlay-alpha.png, JPEG, , JPEG, 1800x1200",
    "synthetic/frame-overlay-alpha.png, , 600, PNG, 600x400",
    "synthetic/IMG_0003.JPG, PNG, , PNG, 900x500",
    "synthetic/IMG_0003.JPG, , 450, JPEG, 450x250",
    "synthetic/IMG_0003.JPG, JPEG, 5000, JPEG, 900x500",
    "synthetic/lossless-alpha.webp, , 300, WEBP, 300x200",
    "synthetic/lossless-alpha.webp, PNG, , PNG, 900x600",
    "synthetic/IMG_0003.JPG, WEBP, 600, WEBP, 600x333",
    "synthetic/frame-overlay-alpha.png, WEBP, , WEBP, 1800x1200",
    "synthetic/rgb-16bit.png, , 320, PNG, 320x180",
    "real/denali-canon7d.webp, , 300, WEBP, 300x158",
    "real/orientation-8.jpg, , , JPEG, 1800x1200",
  })
  void bringsAResultIntoTheFormAskedFor(
      String name,
      @Nullable MediaType format,
      @Nullable Integer maxSide,
      MediaType type,
      String size)
      throws Exception {
    Conversion.Converted result =
        (Conversion.Converted) converted(name, new OutputSettings(format, 92, maxSide));

    assertThat(result.facts().type()).isEqualTo(type);
    assertThat(result.facts().storedSize()).hasToString(size);
    assertThat(PhotoFiles.facts(result.image().file())).isEqualTo(result.facts());
  }

  @ParameterizedTest
  @CsvSource({"JPEG", "WEBP"})
  void encodesInTheQualityAskedFor(MediaType format) throws Exception {
    var fine =
        (Conversion.Converted)
            converted("synthetic/IMG_0003.JPG", new OutputSettings(format, 95, 800));
    var coarse =
        (Conversion.Converted)
            converted("synthetic/IMG_0003.JPG", new OutputSettings(format, 40, 800));

    assertThat(coarse.facts().fileSize().bytes()).isLessThan(fine.facts().fileSize().bytes() / 2);
    assertThat(difference(decoded(coarse.image().file()), decoded(fine.image().file())))
        .isLessThan(8);
  }

  @ParameterizedTest
  @CsvSource({"HEIC", "HEIF"})
  void refusesFormatsThatItCannotWrite(MediaType format) throws Exception {
    assertThat(converted("synthetic/IMG_0003.JPG", new OutputSettings(format, 92, null)))
        .isEqualTo(new Conversion.Undecodable("no " + format + " can be written here"));
    assertThat(drafts.left()).isZero();
  }

  @Test
  void refusesAWebpLargerThanThatFormatCanBe() throws Exception {
    PhotoFacts panorama = PhotoFixtures.aPhoto().withSize(16384, 10).build();

    Conversion conversion =
        converter.convert(
            PhotoFiles.stored("synthetic/IMG_0003.JPG"),
            panorama,
            new OutputSettings(MediaType.WEBP, 92, null),
            drafts);

    assertThat(conversion)
        .isEqualTo(
            new Conversion.Undecodable(
                "a WEBP can't be larger than 16383 pixels, this image is 16384x10"));
  }

  @Test
  void saysSoWhenAResultCannotBeDecoded() throws Exception {
    PhotoFacts facts = PhotoFixtures.aPhoto().withType(MediaType.PNG).withSize(16, 16).build();

    Conversion conversion =
        converter.convert(
            PhotoFiles.stored("hostile/png-bad-crc.png"),
            facts,
            new OutputSettings(MediaType.JPEG, 92, null),
            drafts);

    assertThat(conversion).isInstanceOf(Conversion.Undecodable.class);
    assertThat(drafts.left()).isZero();
  }

  private Conversion converted(String name, OutputSettings wanted) throws Exception {
    StoredFile file = PhotoFiles.stored(name);
    return converter.convert(file, PhotoFiles.facts(file), wanted, drafts);
  }
}
