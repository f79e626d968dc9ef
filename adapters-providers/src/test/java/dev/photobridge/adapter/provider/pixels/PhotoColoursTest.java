package dev.photobridge.adapter.provider.pixels;

import static dev.photobridge.adapter.provider.testing.Pixels.assertNear;
import static dev.photobridge.adapter.provider.testing.Pixels.at;
import static dev.photobridge.adapter.provider.testing.Pixels.decoded;
import static dev.photobridge.adapter.provider.testing.Pixels.drawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.testing.DraftFolder;
import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaType;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoColoursTest {
  /// Half of the light; 128 as a level of sRGB would be a fifth.
  private static final int HALF_OF_LIGHT = 188;

  private static final int RIFF_HEADER = 12;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "synthetic/adobe-rgb.jpg, JPEG, true",
    "synthetic/display-p3.jpg, JPEG, true",
    "synthetic/cmyk-adobe.jpg, JPEG, true",
    "synthetic/IMG_0003.JPG, JPEG, false",
    "real/curie-gray-orientation6.jpg, JPEG, false",
    "real/canon-eos-350d.jpg, JPEG, false",
    "hostile/icc-garbage.jpg, JPEG, false",
    "hostile/truncated-header.jpg, JPEG, false",
    "synthetic/rgb-16bit.png, PNG, false",
    "hostile/png-bad-crc.png, PNG, false",
    "real/denali-canon7d.webp, WEBP, false",
    "synthetic/lossless-alpha.webp, WEBP, false",
    "hostile/webp-truncated.webp, WEBP, false",
    "real/iphone-11-pro.heic, HEIC, false",
  })
  void tellsForeignColoursByTheHeader(String name, MediaType type, boolean foreign)
      throws Exception {
    assertThat(PhotoColours.areForeign(PhotoFiles.stored(name), type)).isEqualTo(foreign);
  }

  @Test
  void readsAGrayJpegByItsProfile() throws Exception {
    StoredFile photo = stored("gray.jpg", withSegments(gray("jpg"), profile(ColorSpace.CS_GRAY)));

    assertThat(PhotoColours.areForeign(photo, MediaType.JPEG)).isTrue();
    assertNear(at(decoded(photo), 5, 5), HALF_OF_LIGHT, HALF_OF_LIGHT, HALF_OF_LIGHT, 1);
    assertNear(at(decoded(stored("plain.jpg", gray("jpg"))), 5, 5), 128, 128, 128, 1);
  }

  @Test
  void readsAJpegByAProfileInSeveralSegments() throws Exception {
    byte[] flat = encoded("jpg", drawnImage(BufferedImage.TYPE_3BYTE_BGR));

    StoredFile photo =
        stored("linear.jpg", withSegments(flat, profile(ColorSpace.CS_LINEAR_RGB), 100));

    assertThat(PhotoColours.areForeign(photo, MediaType.JPEG)).isTrue();
    assertNear(at(decoded(photo), 5, 5), HALF_OF_LIGHT, HALF_OF_LIGHT, HALF_OF_LIGHT, 1);
  }

  @Test
  void passesOverAProfileForAnotherNumberOfChannels() throws Exception {
    StoredFile photo =
        stored("odd.jpg", withSegments(gray("jpg"), profile(ColorSpace.CS_LINEAR_RGB)));

    assertThat(PhotoColours.areForeign(photo, MediaType.JPEG)).isFalse();
    assertNear(at(decoded(photo), 5, 5), 128, 128, 128, 1);
  }

  @Test
  void readsAWebpByItsProfile() throws Exception {
    Bitmap half = drawn(20, 20, (x, y) -> Argb.opaque(128, 128, 128));
    byte[] plain;
    try (var draft = PixelWriter.draft(half, new Encoding.Webp(95), new DraftFolder(folder));
        var in = draft.file().open()) {
      plain = in.readAllBytes();
    }

    StoredFile photo = stored("linear.webp", webp(plain, profile(ColorSpace.CS_LINEAR_RGB)));

    assertThat(PhotoColours.areForeign(photo, MediaType.WEBP)).isTrue();
    assertNear(at(decoded(photo), 5, 5), HALF_OF_LIGHT, HALF_OF_LIGHT, HALF_OF_LIGHT, 2);
    assertNear(at(decoded(stored("plain.webp", plain)), 5, 5), 128, 128, 128, 2);
  }

  private StoredFile stored(String name, byte[] bytes) throws IOException {
    return PhotoFiles.stored(Files.write(folder.resolve(name), bytes));
  }

  private static byte[] profile(int space) {
    return ICC_Profile.getInstance(space).getData();
  }

  private static byte[] gray(String format) throws IOException {
    return encoded(format, drawnImage(BufferedImage.TYPE_BYTE_GRAY));
  }

  private static BufferedImage drawnImage(int type) {
    var image = new BufferedImage(20, 20, type);
    var raster = image.getRaster();
    for (int i = 0; i < 400; i++) {
      raster.setPixel(i % 20, i / 20, new int[] {128, 128, 128});
    }
    return image;
  }

  private static byte[] encoded(String format, BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static byte[] withSegments(byte[] jpeg, byte[] profile) throws IOException {
    return withSegments(jpeg, profile, profile.length);
  }

  /// The JPEG with the profile in segments of so many bytes after its first segment, the last one
  /// first.
  private static byte[] withSegments(byte[] jpeg, byte[] profile, int size) throws IOException {
    int at = 4 + ByteBuffer.wrap(jpeg).getShort(4);
    int count = Math.ceilDiv(profile.length, size);
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, at);
    for (int i = count - 1; i >= 0; i--) {
      byte[] part = Arrays.copyOfRange(profile, i * size, Math.min(profile.length, (i + 1) * size));
      out.write(ByteBuffer.allocate(4).putInt(0xffe20000 | (part.length + 16)).array());
      out.write("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII));
      out.write(i + 1);
      out.write(count);
      out.write(part);
    }
    out.write(jpeg, at, jpeg.length - at);
    return out.toByteArray();
  }

  /// The simple WEBP of 20x20 pixels in an extended one with a profile.
  private static byte[] webp(byte[] simple, byte[] profile) {
    int padding = profile.length & 1;
    int length = 4 + 18 + 8 + profile.length + padding + simple.length - RIFF_HEADER;
    ByteBuffer out = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(simple, 0, 4).putInt(length).put(simple, 8, 4);
    out.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x20);
    out.put(new byte[] {19, 0, 0, 19, 0, 0});
    out.put("ICCP".getBytes(StandardCharsets.US_ASCII)).putInt(profile.length).put(profile);
    out.put(new byte[padding]).put(simple, RIFF_HEADER, simple.length - RIFF_HEADER);
    return out.array();
  }
}
