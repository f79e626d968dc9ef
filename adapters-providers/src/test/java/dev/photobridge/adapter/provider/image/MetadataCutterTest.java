package dev.photobridge.adapter.provider.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.icc.IccDirectory;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cuts photos of cameras and programs, and reads them with others' code before and after.
class MetadataCutterTest {
  /// What may be left: how the picture is coded and what its colours mean.
  private static final Set<String> HARMLESS =
      Set.of("JPEG", "JFIF", "Huffman", "Adobe JPEG", "WebP", "HEIF", "ICC Profile", "File Type");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostile/exif-markup.jpg",
        "hostile/exif-ifd-loop.jpg",
        "synthetic/IMG_0003.JPG",
        "synthetic/adobe-rgb.jpg",
        "synthetic/cmyk-adobe.jpg",
        "real/canon-eos-350d.jpg",
        "real/nikon-d90.jpg",
        "real/panasonic-lx3-gps.jpg",
        "real/samsung-s7-gps-trailer.jpg",
        "real/sony-rx100m4-16mb.jpg",
        "real/orientation-1.jpg",
        "real/denali-canon7d.webp",
        "real/iphone-11-pro.heic",
        "real/iphone-13-pro-max-rot90.heic"
      })
  void leavesNoMetadata(String name) throws Exception {
    byte[] photo = TestPhotos.bytes(name);
    assertThat(directories(photo)).anyMatch(MetadataCutterTest::isTelling);
    assertThat(directories(Cuts.cut(photo))).noneMatch(MetadataCutterTest::isTelling);
  }

  private static boolean isTelling(Directory directory) {
    return directory.getTagCount() > 0 && !HARMLESS.contains(directory.getName());
  }

  @ParameterizedTest
  @CsvSource({
    "hostile/exif-markup.jpg, jndi",
    "hostile/exif-markup.jpg, xmpmeta",
    "hostile/exif-markup.jpg, 8BIM",
    "hostile/polyglot-html-comment.jpg, script",
    "hostile/polyglot-zip-appended.jpg, escape.txt",
    "real/samsung-s7-gps-trailer.jpg, SEFH",
    "real/samsung-s7-gps-trailer.jpg, SM-G935L",
    "real/panasonic-lx3-gps.jpg, DMC-LX3",
    "real/denali-canon7d.webp, Canon",
    "real/iphone-11-pro.heic, iPhone",
    "real/iphone-11-pro.heic, xmpmeta",
    "real/iphone-13-pro-max-rot90.heic, iPhone"
  })
  void leavesNoWordOfIt(String name, String word) throws IOException {
    byte[] photo = TestPhotos.bytes(name);
    assertThat(Bytes.text(photo).contains(word)).isTrue();
    assertThat(Bytes.text(Cuts.cut(photo)).contains(word)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostile/exif-markup.jpg",
        "hostile/corrupt-entropy.jpg",
        "hostile/trailing-garbage.jpg",
        "hostile/icc-garbage.jpg",
        "synthetic/adobe-rgb.jpg",
        "synthetic/cmyk-adobe.jpg",
        "synthetic/frame-overlay-alpha.png",
        "synthetic/lossless-alpha.webp",
        "synthetic/rgb-16bit.png",
        "real/curie-gray-orientation6.jpg",
        "real/denali-canon7d.webp",
        "real/orientation-1.jpg"
      })
  void keepsEveryPixel(String name) throws IOException {
    byte[] photo = TestPhotos.bytes(name);
    Raster before = pixels(photo);
    Raster after = pixels(Cuts.cut(photo));
    assertThat(after.getBounds()).isEqualTo(before.getBounds());
    for (int y = 0; y < before.getHeight(); y++) {
      assertThat(Arrays.mismatch(row(after, y), row(before, y))).isEqualTo(-1);
    }
  }

  private static int[] row(Raster raster, int y) {
    return raster.getPixels(0, y, raster.getWidth(), 1, (int[]) null);
  }

  private static Raster pixels(byte[] photo) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(photo)).getRaster();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "synthetic/adobe-rgb.jpg",
        "synthetic/display-p3.jpg",
        "synthetic/cmyk-adobe.jpg",
        "real/denali-canon7d.webp",
        "real/iphone-11-pro.heic"
      })
  void keepsTheColourProfile(String name) throws Exception {
    byte[] photo = TestPhotos.bytes(name);
    assertThat(profile(photo)).isNotEmpty();
    assertThat(profile(Cuts.cut(photo))).isEqualTo(profile(photo));
  }

  private static List<String> profile(byte[] photo) throws Exception {
    return StreamSupport.stream(directories(photo).spliterator(), /* parallel= */ false)
        .filter(IccDirectory.class::isInstance)
        .flatMap(directory -> directory.getTags().stream())
        .map(Object::toString)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "synthetic/IMG_0003.JPG",
        "synthetic/lossless-alpha.webp",
        "synthetic/frame-overlay-alpha.png",
        "real/seeding-progressive-16mp.jpg",
        "real/iphone-13-pro-max-rot90.heic"
      })
  void staysAPhotoThatHasNothingMoreToCut(String name) throws IOException {
    byte[] photo = TestPhotos.bytes(name);
    byte[] once = Cuts.cut(photo);
    assertThat(Inspections.summary(once)).isEqualTo(Inspections.summary(photo));
    assertThat(Cuts.cut(once)).isEqualTo(once);
  }

  private static Iterable<Directory> directories(byte[] photo) throws Exception {
    return metadata(photo).getDirectories();
  }

  private static Metadata metadata(byte[] photo) throws IOException, ImageProcessingException {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo));
  }
}
