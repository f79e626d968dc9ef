package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.HeifBytes.box;
import static dev.photobridge.adapter.provider.image.Inspections.summary;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeifInspectorTest {
  private static final byte[] PIXELS = Bytes.of(1, 2, 3, 4);

  private static HeifBytes photo() {
    return HeifBytes.sized(40, 30).item("hvc1", PIXELS);
  }

  @ParameterizedTest
  @CsvSource({"0,40x30", "1,30x40", "2,40x30", "3,30x40"})
  void measuresThePictureAsDecodersTurnIt(int quarters, String size) throws IOException {
    byte[] photo = photo().essentialProperty("irot", Bytes.of(quarters)).build();
    assertThat(summary(photo)).isEqualTo("HEIC " + size + " UPRIGHT");
  }

  @Test
  void mirroringLeavesTheSize() throws IOException {
    byte[] photo = photo().essentialProperty("imir", Bytes.of(1)).build();
    assertThat(summary(photo)).isEqualTo("HEIC 40x30 UPRIGHT");
  }

  @Test
  void doesNotTurnByExifASecondTime() throws IOException {
    byte[] exif = Bytes.join(new byte[4], Bytes.exif(ByteOrder.BIG_ENDIAN, 6));
    byte[] photo = photo().essentialProperty("irot", Bytes.of(3)).item("Exif", exif).build();
    assertThat(summary(photo)).isEqualTo("HEIC 30x40 UPRIGHT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          heic____mif1heic | HEIC 40x30 UPRIGHT
          heix____         | HEIC 40x30 UPRIGHT
          mif1____miafheic | HEIC 40x30 UPRIGHT
          mif1____         | HEIF 40x30 UPRIGHT
          msf1____miaf     | HEIF 40x30 UPRIGHT
          avif____mif1miaf | NotAnImage[]
          mif1____avif     | NotAnImage[]
          isom____mp42     | NotAnImage[]
          qt______         | NotAnImage[]
          """)
  void tellsTheTypeByTheBrands(String brands, String shown) throws IOException {
    assertThat(summary(photo().brands(brands).build())).isEqualTo(shown);
  }

  @Test
  void everyBeginningOfAPhotoIsRefused() throws IOException {
    byte[] photo = photo().item("Exif", new byte[10]).build();
    for (int length = 12; length < photo.length; length++) {
      assertThat(summary(Arrays.copyOf(photo, length))).startsWith("Truncated");
    }
  }

  @Test
  void noticesPixelsBeyondTheEndOfTheFile() throws IOException {
    byte[] photo = photo().build();
    int dataBox = photo.length - PIXELS.length - 8;
    byte[] cut = Arrays.copyOf(photo, photo.length - 1);
    cut[dataBox + 3]--;
    assertThat(summary(cut)).isEqualTo("Truncated[type=HEIC]");
  }

  @Test
  void knowsASequence() throws IOException {
    assertThat(summary(photo().followedBy(box("moov", new byte[3])).build()))
        .isEqualTo("HEIC 40x30 UPRIGHT animated");
  }

  @Test
  void saysWhatIsBroken() throws IOException {
    assertThat(summary(HeifBytes.sized(0, 30).item("hvc1", PIXELS).build())).contains("size 0x30");
    assertThat(summary(HeifBytes.sized(-1, 30).item("hvc1", PIXELS).build()))
        .contains("size 4294967295x30");
    assertThat(summary(new HeifBytes().item("hvc1", PIXELS).build())).contains("no size");
    assertThat(summary(HeifBytes.sized(40, 30).build())).contains("no picture");
    byte[] sequence = Bytes.join(box("ftyp", Bytes.text("hevc\0\0\0\0")), box("moov"));
    assertThat(summary(sequence)).contains("no still picture");
    byte[] empty = Bytes.join(box("ftyp", Bytes.text("heic\0\0\0\0")), box("meta", new byte[4]));
    assertThat(summary(empty)).contains("no box pitm");
    assertThat(summary(photo().describedBy(Bytes.text("\0\0\0\u0009more")).build()))
        .contains("do not fit");
    assertThat(summary(photo().followedBy(Bytes.text("\0\0\0\u0003more")).build()))
        .contains("impossible length");
  }
}
