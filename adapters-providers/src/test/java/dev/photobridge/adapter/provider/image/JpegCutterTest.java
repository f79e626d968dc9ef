package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.JpegBytes.END;
import static dev.photobridge.adapter.provider.image.JpegBytes.SCAN;
import static dev.photobridge.adapter.provider.image.JpegBytes.START;
import static dev.photobridge.adapter.provider.image.JpegBytes.frame;
import static dev.photobridge.adapter.provider.image.JpegBytes.photo;
import static dev.photobridge.adapter.provider.image.JpegBytes.segment;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegCutterTest {
  private static final byte[] JFIF =
      segment(0xE0, Bytes.join(Bytes.text("JFIF\0"), Bytes.of(1, 2, 1, 0, 72, 0, 72, 0, 0)));
  private static final byte[] PROFILE = segment(0xE2, Bytes.text("ICC_PROFILE\0\1\1profile"));
  private static final byte[] ADOBE = segment(0xEE, Bytes.text("Adobe_______"));
  private static final byte[] TABLES = segment(0xDB, new byte[65]);
  private static final byte[] INTERVAL = segment(0xDD, new byte[2]);
  private static final byte[] EXIF = JpegBytes.exif(Bytes.exif(ByteOrder.BIG_ENDIAN, 1));
  private static final byte[] COMMENT = segment(0xFE, Bytes.text("secret"));

  @Test
  void keepsWhatPixelsAndColoursNeed() throws IOException {
    byte[] photo = photo(JFIF, PROFILE, ADOBE, TABLES, INTERVAL);
    assertThat(Cuts.cut(photo)).isEqualTo(photo);
  }

  @Test
  void dropsEverythingElse() throws IOException {
    byte[] photo =
        photo(
            EXIF,
            PROFILE,
            segment(0xE1, Bytes.text("http://ns.adobe.com/xap/1.0/\0<x/>")),
            segment(0xE2, Bytes.text("MPF\0")),
            segment(0xE0, Bytes.text("JFXX\0")),
            ADOBE,
            segment(0xED, Bytes.text("Photoshop 3.0\0")),
            segment(0xEE, Bytes.text("other")),
            segment(0xEF, new byte[0]),
            TABLES,
            COMMENT);
    assertThat(Cuts.cut(photo)).isEqualTo(photo(PROFILE, ADOBE, TABLES));
  }

  @Test
  void takesTheThumbnailOutOfTheJfifHeader() throws IOException {
    byte[] header = Bytes.join(Bytes.text("JFIF\0"), Bytes.of(1, 2, 1, 0, 72, 0, 72, 1, 1));
    byte[] withThumbnail = segment(0xE0, Bytes.join(header, Bytes.of(10, 20, 30)));
    assertThat(Cuts.cut(photo(withThumbnail))).isEqualTo(photo(JFIF));
  }

  /// Pixel data is looked through eight bytes at a time.
  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x01, 0x7F, 0x80, 0xFE})
  void findsTheEndOfPixelsWhereverItIs(int pixel) throws IOException {
    for (int length = 0; length < 40; length++) {
      byte[] pixels = new byte[length];
      Arrays.fill(pixels, (byte) pixel);
      byte[] scan = Bytes.join(segment(0xDA, Bytes.of(1, 1, 0, 0, 63, 0)), pixels);
      byte[] photo = Bytes.join(START, frame(40, 30), scan, COMMENT, END);

      assertThat(Cuts.cut(photo)).isEqualTo(Bytes.join(START, frame(40, 30), scan, END));
    }
  }

  @Test
  void cutsBetweenScansAndBehindTheEnd() throws IOException {
    byte[] photo =
        Bytes.join(START, frame(40, 30), SCAN, COMMENT, EXIF, TABLES, SCAN, END, photo(EXIF));
    assertThat(Cuts.cut(photo))
        .isEqualTo(Bytes.join(START, frame(40, 30), SCAN, TABLES, SCAN, END));
  }

  @Test
  void dropsFillBytesAndStrayBytes() throws IOException {
    byte[] photo =
        photo(COMMENT, Bytes.text("stray"), COMMENT, Bytes.text("more"), Bytes.of(0xFF, 0xFF));
    assertThat(Cuts.cut(photo)).isEqualTo(photo());
  }
}
