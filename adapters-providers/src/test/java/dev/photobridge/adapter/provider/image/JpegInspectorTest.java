package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.Inspections.summary;
import static dev.photobridge.adapter.provider.image.JpegBytes.END;
import static dev.photobridge.adapter.provider.image.JpegBytes.SCAN;
import static dev.photobridge.adapter.provider.image.JpegBytes.START;
import static dev.photobridge.adapter.provider.image.JpegBytes.frame;
import static dev.photobridge.adapter.provider.image.JpegBytes.photo;
import static dev.photobridge.adapter.provider.image.JpegBytes.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.media.Orientation;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegInspectorTest {
  private static final String UPRIGHT = "JPEG 40x30 UPRIGHT";

  @ParameterizedTest
  @EnumSource
  void readsTheOrientationInBothByteOrders(Orientation orientation) throws IOException {
    for (var order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      byte[] exif = Bytes.exif(order, orientation.exifValue());
      assertThat(summary(photo(JpegBytes.exif(exif)))).isEqualTo("JPEG 40x30 " + orientation);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 65_535})
  void takesAnIllegalOrientationForUpright(int value) throws IOException {
    byte[] exif = Bytes.exif(ByteOrder.BIG_ENDIAN, value);
    assertThat(summary(photo(JpegBytes.exif(exif)))).isEqualTo(UPRIGHT);
  }

  @Test
  void brokenExifNeverRefusesAPhoto() throws IOException {
    byte[] whole = Bytes.exif(ByteOrder.LITTLE_ENDIAN, 6);
    for (int length = 0; length < whole.length - 8; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(summary(photo(JpegBytes.exif(cut)))).isEqualTo(UPRIGHT);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 20, 25, 26, 0x7FFF_FFFFL, 0xFFFF_FFFFL})
  void anExifDirectoryAnywhereElseCountsAsNone(long place) throws IOException {
    byte[] exif = Bytes.exif(ByteOrder.BIG_ENDIAN, 6);
    System.arraycopy(Bytes.number(place, 4), 0, exif, 4, 4);
    assertThat(summary(photo(JpegBytes.exif(exif)))).isEqualTo(UPRIGHT);
  }

  @Test
  void theFirstExifSegmentCountsAndOthersAreNotMistakenForIt() throws IOException {
    byte[] xmp = segment(0xE1, Bytes.text("http://ns.adobe.com/xap/1.0/\0<x/>"));
    byte[] first = JpegBytes.exif(Bytes.exif(ByteOrder.BIG_ENDIAN, 3));
    byte[] second = JpegBytes.exif(Bytes.exif(ByteOrder.BIG_ENDIAN, 6));
    assertThat(summary(photo(xmp, first, second))).isEqualTo("JPEG 40x30 HALF_TURN");
  }

  @Test
  void passesOverFillBytesStrayBytesAndWhatFollowsTheEnd() throws IOException {
    byte[] photo = photo(Bytes.of(0xFF, 0xFF, 0xFF), segment(0xFE, Bytes.text("hi")), Bytes.of(0));
    assertThat(summary(Bytes.join(photo, Bytes.text("PK")))).isEqualTo(UPRIGHT);
  }

  @Test
  void readsEveryScanOfAProgressivePhoto() throws IOException {
    byte[] tables = segment(0xC4, new byte[17]);
    byte[] photo = Bytes.join(START, frame(40, 30), SCAN, tables, SCAN, SCAN, END);
    assertThat(summary(photo)).isEqualTo(UPRIGHT);
  }

  @Test
  void everyBeginningOfAPhotoIsRefused() throws IOException {
    byte[] photo = photo(JpegBytes.exif(Bytes.exif(ByteOrder.BIG_ENDIAN, 6)));
    assertThat(summary(photo)).isEqualTo("JPEG 40x30 QUARTER_TURN_CLOCKWISE");
    for (int length = 3; length < photo.length; length++) {
      assertThat(summary(Arrays.copyOf(photo, length))).isEqualTo("Truncated[type=JPEG]");
    }
  }

  @Test
  void anEndOfImageWithinASegmentIsNotTheEnd() throws IOException {
    byte[] thumbnail = segment(0xE1, Bytes.join(START, frame(4, 3), SCAN, END));
    assertThat(summary(Bytes.join(START, thumbnail, frame(40, 30), SCAN)))
        .isEqualTo("Truncated[type=JPEG]");
  }

  @Test
  void saysWhatIsBroken() throws IOException {
    assertThat(summary(Bytes.join(START, frame(0, 30), SCAN, END))).contains("size 0x30");
    assertThat(summary(Bytes.join(START, frame(40, 0), SCAN, END))).contains("size 40x0");
    assertThat(summary(photo(frame(4, 3)))).contains("second frame header");
    assertThat(summary(photo(segment(0xC1, new byte[5])))).contains("short frame header");
    assertThat(summary(photo(SCAN))).contains("before a frame header");
    assertThat(summary(Bytes.join(START, frame(40, 30), END))).contains("no pixel data");
    assertThat(summary(Bytes.join(START, segment(0xE0, new byte[0]), END))).contains("no pixel");
    assertThat(summary(photo(START))).contains("marker 0xD8");
    assertThat(summary(photo(Bytes.of(0xFF, 0x7F)))).contains("marker 0x7F");
    assertThat(summary(photo(Bytes.of(0xFF, 0xE5, 0, 1)))).contains("impossible length");
  }

  @Test
  void looksThroughPixelDataLargerThanItsBuffer() throws IOException {
    for (int size = 65_400; size < 65_540; size++) {
      byte[] pixels = new byte[size];
      pixels[size - 2] = (byte) 0xFF;
      byte[] photo = Bytes.join(START, frame(40, 30), SCAN, pixels, Bytes.of(7), END);
      assertThat(summary(photo)).isEqualTo(UPRIGHT);
    }
  }

  @Test
  void hasABoundToTheSegments() throws IOException {
    byte[] many = Bytes.text("\u00FF\u00FE\0\u0002".repeat(50_000));
    assertThat(summary(photo(many))).contains("too many segments");
  }
}
