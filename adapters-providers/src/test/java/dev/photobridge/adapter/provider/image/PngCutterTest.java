package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.PngBytes.chunk;
import static dev.photobridge.adapter.provider.image.PngBytes.photo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class PngCutterTest {
  private static final byte[] COLOURS =
      Bytes.join(
          chunk("iCCP", Bytes.text("name\0\0...")),
          chunk("gAMA", new byte[4]),
          chunk("PLTE", new byte[3]),
          chunk("tRNS", new byte[1]),
          chunk("pHYs", new byte[9]));

  @Test
  void keepsWhatPixelsAndColoursNeed() throws IOException {
    assertThat(Cuts.cut(photo(COLOURS))).isEqualTo(photo(COLOURS));
  }

  @Test
  void dropsEverythingElse() throws IOException {
    byte[] photo =
        photo(
            chunk("eXIf", Bytes.exif(ByteOrder.BIG_ENDIAN, 1)),
            chunk("tEXt", Bytes.text("Author\0me")),
            COLOURS,
            chunk("zTXt", new byte[9]),
            chunk("iTXt", Bytes.text("XML:com.adobe.xmp\0\0\0\0\0<x/>")),
            chunk("tIME", new byte[7]),
            chunk("acTL", new byte[8]),
            chunk("fdAT", new byte[8]),
            chunk("caBX", new byte[8]));
    assertThat(Cuts.cut(Bytes.join(photo, Bytes.text("PK")))).isEqualTo(photo(COLOURS));
  }
}
