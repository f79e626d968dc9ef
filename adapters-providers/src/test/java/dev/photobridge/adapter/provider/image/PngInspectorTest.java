package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.Inspections.summary;
import static dev.photobridge.adapter.provider.image.PngBytes.END;
import static dev.photobridge.adapter.provider.image.PngBytes.PIXELS;
import static dev.photobridge.adapter.provider.image.PngBytes.SIGNATURE;
import static dev.photobridge.adapter.provider.image.PngBytes.chunk;
import static dev.photobridge.adapter.provider.image.PngBytes.header;
import static dev.photobridge.adapter.provider.image.PngBytes.photo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngInspectorTest {
  private static final String UPRIGHT = "PNG 40x30 UPRIGHT";

  @Test
  void readsTheOrientation() throws IOException {
    byte[] exif = chunk("eXIf", Bytes.exif(ByteOrder.BIG_ENDIAN, 6));
    assertThat(summary(photo(exif))).isEqualTo("PNG 40x30 QUARTER_TURN_CLOCKWISE");
  }

  @Test
  void brokenOrEndlessExifNeverRefusesAPhoto() throws IOException {
    assertThat(summary(photo(chunk("eXIf", new byte[0])))).isEqualTo(UPRIGHT);
    assertThat(summary(photo(chunk("eXIf", new byte[200_000])))).isEqualTo(UPRIGHT);
  }

  @Test
  void knowsAnAnimationFromASingleFrame() throws IOException {
    assertThat(summary(photo(chunk("acTL", Bytes.of(0, 0, 0, 2, 0, 0, 0, 0)))))
        .isEqualTo(UPRIGHT + " animated");
    assertThat(summary(photo(chunk("acTL", Bytes.of(0, 0, 0, 1, 0, 0, 0, 0))))).isEqualTo(UPRIGHT);
  }

  @Test
  void everyBeginningOfAPhotoIsRefused() throws IOException {
    byte[] photo = photo(chunk("tEXt", Bytes.text("Title\0hi")));
    assertThat(summary(photo)).isEqualTo(UPRIGHT);
    for (int length = SIGNATURE.length; length < photo.length; length++) {
      assertThat(summary(Arrays.copyOf(photo, length))).isEqualTo("Truncated[type=PNG]");
    }
  }

  @Test
  void noticesAnyChangedByte() throws IOException {
    byte[] photo = photo(chunk("tEXt", Bytes.text("Title\0hi")));
    for (int i = SIGNATURE.length; i < photo.length; i++) {
      byte[] changed = photo.clone();
      changed[i] ^= 0x20;
      assertThat(Inspections.inspect(changed))
          .as("byte %d", i)
          .isNotEqualTo(Inspections.inspect(photo));
    }
  }

  @ParameterizedTest
  @CsvSource({"1,0", "16,0", "16,2", "4,3", "16,4", "8,6"})
  void takesThePixelFormatsThatThereAre(int depth, int colour) throws IOException {
    assertThat(summary(withHeader(header(40, 30, depth, colour, 0, 0, 1)))).isEqualTo(UPRIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "3,0,0,0,0",
    "4,2,0,0,0",
    "16,3,0,0,0",
    "8,5,0,0,0",
    "8,2,1,0,0",
    "8,2,0,1,0",
    "8,2,0,0,2"
  })
  void refusesOtherPixelFormats(int depth, int colour, int compression, int filter, int interlace)
      throws IOException {
    byte[] header = header(40, 30, depth, colour, compression, filter, interlace);
    assertThat(summary(withHeader(header))).contains("a pixel format that PNG does not have");
  }

  @Test
  void saysWhatIsBroken() throws IOException {
    assertThat(summary(withHeader(header(0, 30, 8, 2, 0, 0, 0)))).contains("size 0x30");
    assertThat(summary(withHeader(header(40, 1L << 31, 8, 2, 0, 0, 0))))
        .contains("size 40x2147483648");
    assertThat(summary(Bytes.join(SIGNATURE, PIXELS, END))).contains("no header");
    assertThat(summary(Bytes.join(SIGNATURE, header(40, 30, 8, 2, 0, 0, 0), END)))
        .contains("no pixel data");
    assertThat(summary(photo(Bytes.text("\0\0\0\0<!--")))).contains("no chunk");
    assertThat(summary(photo(Bytes.number(0xFFFF_FFFFL, 4), Bytes.text("tEXt"))))
        .contains("no chunk");
  }

  @Test
  void hasABoundToTheChunks() throws IOException {
    byte[] many = Bytes.text(Bytes.text(chunk("tEXt", new byte[0])).repeat(50_000));
    assertThat(summary(photo(many))).contains("too many chunks");
  }

  private static byte[] withHeader(byte[] header) {
    return Bytes.join(SIGNATURE, header, PIXELS, END);
  }
}
