package dev.photobridge.adapter.provider.image;

import static dev.photobridge.adapter.provider.image.HeifBytes.box;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class HeifCutterTest {
  private static final byte[] PIXELS = Bytes.text("pixels");
  private static final byte[] EXIF = Bytes.text("....MM taken at home by me");

  /// EXIF data of the same length without entries.
  private static final byte[] NO_EXIF =
      Bytes.join(
          new byte[4],
          Bytes.text("MM\0*"),
          Bytes.number(8, 4),
          new byte[2 + 4],
          new byte[EXIF.length - 18]);

  private static HeifBytes photo() {
    return HeifBytes.sized(40, 30).item("hvc1", PIXELS);
  }

  @Test
  void emptiesMetadataInItsPlace() throws IOException {
    byte[] photo = photo().item("Exif", EXIF).item("mime", Bytes.text("<x:xmpmeta/>")).build();
    byte[] expected = photo().item("Exif", NO_EXIF).item("mime", new byte[12]).build();
    assertThat(Cuts.cut(photo)).isEqualTo(expected);
  }

  @Test
  void leavesNothingOfExifTooShortToBeEmptied() throws IOException {
    assertThat(Cuts.cut(photo().item("Exif", Bytes.text("....MM me")).build()))
        .isEqualTo(photo().item("Exif", new byte[9]).build());
  }

  @Test
  void keepsEveryPicture() throws IOException {
    byte[] photo = photo().item("grid", new byte[8]).item("hvc1", Bytes.text("thumb")).build();
    assertThat(Cuts.cut(photo)).isEqualTo(photo);
  }

  @Test
  void emptiesWhatNobodyOwns() throws IOException {
    byte[] photo = photo().item("what", Bytes.text("ever")).describedBy(box("uuid", EXIF)).build();
    byte[] expected =
        photo().item("what", new byte[4]).describedBy(box("uuid", new byte[EXIF.length])).build();
    assertThat(Cuts.cut(photo)).isEqualTo(expected);
  }

  @Test
  void dropsBoxesBehindThePicture() throws IOException {
    byte[] photo = photo().followedBy(Bytes.join(box("mpvd", EXIF), Bytes.text("end"))).build();
    assertThat(Cuts.cut(photo)).isEqualTo(photo().build());
  }

  @Test
  void emptiesPropertiesThatShowNothing() throws IOException {
    byte[] names = Bytes.text("\0\0\0\0en\0me\0us\0");
    byte[] photo = photo().property("udes", names).property("colr", EXIF).build();
    byte[] expected =
        photo().property("udes", new byte[names.length]).property("colr", EXIF).build();
    assertThat(Cuts.cut(photo)).isEqualTo(expected);
  }

  @Test
  void keepsUnknownPropertiesThatAreEssential() throws IOException {
    byte[] photo = photo().essentialProperty("news", EXIF).build();
    assertThat(Cuts.cut(photo)).isEqualTo(photo);
  }

  @Test
  void saysWhatItCanNotCut() throws IOException {
    assertThat(Cuts.outcome(photo().followedBy(box("moov")).build()))
        .isEqualTo(new CutPhoto.Impossible("an image sequence"));
    var kind = new CutPhoto.Impossible("a picture of a kind that may hold metadata");
    assertThat(Cuts.outcome(photo().item("jpeg", PIXELS).build())).isEqualTo(kind);
    assertThat(Cuts.outcome(HeifBytes.sized(40, 30).item("what", PIXELS).build())).isEqualTo(kind);
  }

  @Test
  void doesNotCutMetadataOutOfPixels() throws IOException {
    byte[] photo = photo().item("Exif", EXIF).build();
    int exifStart = Bytes.text(photo).lastIndexOf("....MM");
    byte[] place = Bytes.number(exifStart, 4);
    int entry = Bytes.text(photo).indexOf(Bytes.text(place));
    photo[entry + 3]--;
    assertThat(Cuts.outcome(photo))
        .isEqualTo(new CutPhoto.Impossible("metadata within the picture"));
  }
}
