package dev.photobridge.adapter.provider.pixels;

import static dev.photobridge.adapter.provider.testing.Pixels.assertNear;
import static dev.photobridge.adapter.provider.testing.Pixels.at;
import static dev.photobridge.adapter.provider.testing.Pixels.decoded;
import static dev.photobridge.adapter.provider.testing.Pixels.drawn;
import static dev.photobridge.adapter.provider.testing.Pixels.png;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.adapter.provider.testing.PhotoFiles;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaType;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngColoursTest {
  private static final int SIGNATURE_AND_HEADER = 8 + 25;

  @TempDir Path folder;

  @Test
  void appliesTheProfileOfAPng() throws Exception {
    int pixel = at(decoded(PhotoFiles.stored(withProfile(displayP3()))), 5, 5);

    assertNear(pixel, 216, 69, 77, 3);
  }

  @Test
  void takesABrokenProfileForSrgb() throws Exception {
    byte[] broken = displayP3();
    Arrays.fill(broken, 40, broken.length, (byte) 7);

    int pixel = at(decoded(PhotoFiles.stored(withProfile(broken))), 5, 5);

    assertNear(pixel, 200, 80, 80, 0);
  }

  @Test
  void readsGrayByItsProfile() throws Exception {
    Path file = folder.resolve("gray.png");
    var gray = new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY);
    Arrays.fill(((DataBufferByte) gray.getRaster().getDataBuffer()).getData(), (byte) 128);
    assertThat(ImageIO.write(gray, "png", file.toFile())).isTrue();

    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();

    assertNear(at(decoded(PhotoFiles.stored(file)), 5, 5), 128, 128, 128, 0);
    StoredFile profiled = PhotoFiles.stored(withProfile(file, linear));
    assertNear(at(decoded(profiled), 5, 5), 188, 188, 188, 1);
    assertThat(PhotoColours.areForeign(profiled, MediaType.PNG)).isTrue();
  }

  private Path withProfile(byte[] profile) throws IOException {
    Path file = folder.resolve("flat.png");
    png(file, drawn(20, 20, (x, y) -> Argb.opaque(200, 80, 80)));
    return withProfile(file, profile);
  }

  private static Path withProfile(Path file, byte[] profile) throws IOException {
    byte[] flat = Files.readAllBytes(file);
    var out = new ByteArrayOutputStream();
    out.write(flat, 0, SIGNATURE_AND_HEADER);
    out.write(chunk(profile));
    out.write(flat, SIGNATURE_AND_HEADER, flat.length - SIGNATURE_AND_HEADER);
    return Files.write(file, out.toByteArray());
  }

  private static byte[] chunk(byte[] profile) throws IOException {
    var content = new ByteArrayOutputStream();
    content.write("iCCPname\0\0".getBytes(StandardCharsets.ISO_8859_1));
    try (var deflated = new DeflaterOutputStream(content)) {
      deflated.write(profile);
    }
    var crc = new CRC32();
    crc.update(content.toByteArray());
    var chunk = new ByteArrayOutputStream();
    var data = new DataOutputStream(chunk);
    data.writeInt(content.size() - 4);
    content.writeTo(data);
    data.writeInt((int) crc.getValue());
    return chunk.toByteArray();
  }

  /// The profile out of a photo's `APP2` segment.
  private static byte[] displayP3() throws IOException {
    byte[] photo = Files.readAllBytes(PhotoFiles.path("synthetic/display-p3.jpg"));
    String text = new String(photo, StandardCharsets.ISO_8859_1);
    int name = text.indexOf("ICC_PROFILE\0");
    int length = ((photo[name - 2] & 0xff) << 8) | (photo[name - 1] & 0xff);
    return Arrays.copyOfRange(photo, name + 14, name - 2 + length);
  }
}
