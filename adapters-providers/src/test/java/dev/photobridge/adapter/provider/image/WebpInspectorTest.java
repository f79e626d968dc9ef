package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.Inspections.summary;
import static dev.photobridge.adapter.provider.image.WebpBytes.chunk;
import static dev.photobridge.adapter.provider.image.WebpBytes.extended;
import static dev.photobridge.adapter.provider.image.WebpBytes.file;
import static dev.photobridge.adapter.provider.image.WebpBytes.lossless;
import static dev.photobridge.adapter.provider.image.WebpBytes.lossy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WebpInspectorTest {
  private static final int EXIF = 0x08;
  private static final int ANIMATION = 0x02;
  private static final byte[] TURNED = Bytes.exif(ByteOrder.LITTLE_ENDIAN, 8);

  @Test
  void readsTheSizeOfEveryKind() throws IOException {
    assertThat(summary(file(lossy(40, 30)))).isEqualTo("WEBP 40x30 UPRIGHT");
    assertThat(summary(file(lossy(16_383, 1)))).isEqualTo("WEBP 16383x1 UPRIGHT");
    assertThat(summary(file(lossless(40, 30)))).isEqualTo("WEBP 40x30 UPRIGHT");
    assertThat(summary(file(lossless(16_384, 16_384)))).isEqualTo("WEBP 16384x16384 UPRIGHT");
    assertThat(summary(file(extended(0, 40, 30), chunk("ALPH", Bytes.of(0)), lossy(40, 30))))
        .isEqualTo("WEBP 40x30 UPRIGHT");
  }

  @Test
  void readsTheOrientationWithAndWithoutThePrefixOfJpeg() throws IOException {
    byte[] prefixed = Bytes.join(Bytes.text("Exif\0\0"), TURNED);
    for (var exif : new byte[][] {TURNED, prefixed}) {
      assertThat(summary(file(extended(EXIF, 40, 30), lossy(40, 30), chunk("EXIF", exif))))
          .isEqualTo("WEBP 40x30 QUARTER_TURN_COUNTERCLOCKWISE");
    }
  }

  @Test
  void knowsAnAnimation() throws IOException {
    byte[] frame = chunk("ANMF", new byte[24]);
    assertThat(summary(file(extended(ANIMATION, 40, 30), frame, frame)))
        .isEqualTo("WEBP 40x30 UPRIGHT animated");
  }

  @Test
  void everyBeginningOfAPhotoIsRefused() throws IOException {
    byte[] photo = file(extended(EXIF, 40, 30), lossy(40, 30), chunk("EXIF", TURNED));
    for (int length = 12; length < photo.length; length++) {
      assertThat(summary(Arrays.copyOf(photo, length))).isEqualTo("Truncated[type=WEBP]");
    }
  }

  @Test
  void whatFollowsTheContainerDoesNotMatter() throws IOException {
    byte[] photo = Bytes.join(file(lossy(40, 30)), Bytes.text("PK and more"));
    assertThat(summary(photo)).isEqualTo("WEBP 40x30 UPRIGHT");
  }

  @Test
  void saysWhatIsBroken() throws IOException {
    assertThat(summary(file(lossy(0, 30)))).contains("size 0x30");
    assertThat(summary(file(lossy(40, 30), lossy(40, 30)))).contains("a second picture");
    assertThat(summary(file(extended(0, 4, 3), lossy(4000, 3000)))).contains("fill its canvas");
    assertThat(summary(file(extended(0, 40, 30)))).contains("no pixel data");
    assertThat(summary(file(extended(ANIMATION, 40, 30)))).contains("no pixel data");
    assertThat(summary(file(lossy(40, 30), extended(0, 40, 30)))).contains("extended header");
    assertThat(summary(file(chunk("VP8X", new byte[9])))).contains("extended header");
    assertThat(summary(file(chunk("VP8 ", new byte[10])))).contains("frame header");
    assertThat(summary(file(chunk("VP8L", new byte[10])))).contains("lossless header");
    assertThat(summary(file(lossy(40, 30), Bytes.text("EXIF\u00FF\u00FF\u00FF\u00FF"))))
        .contains("do not fit");
  }
}
