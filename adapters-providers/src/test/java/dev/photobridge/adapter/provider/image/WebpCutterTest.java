package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.WebpBytes.chunk;
import static dev.photobridge.adapter.provider.image.WebpBytes.extended;
import static dev.photobridge.adapter.provider.image.WebpBytes.file;
import static dev.photobridge.adapter.provider.image.WebpBytes.lossy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WebpCutterTest {
  private static final int PROFILE_AND_ALPHA = 0x30;
  private static final int EXIF_AND_XMP = 0x0C;
  private static final byte[] PROFILE = chunk("ICCP", Bytes.text("odd"));
  private static final byte[] ALPHA = chunk("ALPH", Bytes.of(1, 2));

  @Test
  void dropsMetadataAndSaysSoInTheHeader() throws IOException {
    byte[] photo =
        file(
            extended(PROFILE_AND_ALPHA | EXIF_AND_XMP, 40, 30),
            PROFILE,
            chunk("what", Bytes.text("ever")),
            ALPHA,
            lossy(40, 30),
            chunk("EXIF", Bytes.text("II*\0")),
            chunk("XMP ", Bytes.text("<x/>")));
    assertThat(Cuts.cut(Bytes.join(photo, Bytes.text("PK"))))
        .isEqualTo(file(extended(PROFILE_AND_ALPHA, 40, 30), PROFILE, ALPHA, lossy(40, 30)));
  }

  @Test
  void leavesASimplePhotoAsItIs() throws IOException {
    assertThat(Cuts.cut(file(lossy(40, 30)))).isEqualTo(file(lossy(40, 30)));
  }

  @Test
  void addsThePaddingThatTheLastChunkLacks() throws IOException {
    byte[] photo = file(lossy(40, 30));
    byte[] unpadded = Arrays.copyOf(photo, photo.length - 1);
    unpadded[4]--;
    assertThat(Cuts.cut(unpadded)).isEqualTo(photo);
  }

  @Test
  void doesNotCutAnimations() throws IOException {
    byte[] animation = file(extended(0x02, 40, 30), chunk("ANMF", new byte[24]));
    assertThat(Cuts.outcome(animation)).isEqualTo(new CutPhoto.Impossible("an animation"));
  }
}
