package dev.photobridge.fault.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NumberedPhotosTest {
  private final NumberedPhotos photos = new NumberedPhotos();

  @Test
  void everyPhotoIsKnownAgain() {
    byte[] first = photos.photo(1);
    byte[] large = photos.photo(25);

    assertThat(photos.numberOf(first)).hasValue(1);
    assertThat(photos.numberOf(large)).hasValue(25);
    assertThat(large.length).isGreaterThan(10 * first.length);
  }

  @Test
  void metadataDoesNotMatter() {
    byte[] photo = photos.photo(3);
    var commented = new ByteArrayOutputStream();
    commented.write(photo, 0, 2);
    commented.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 4, 'h', 'i'});
    commented.write(photo, 2, photo.length - 2);

    assertThat(photos.numberOf(commented.toByteArray())).hasValue(3);
  }

  @Test
  void anythingElseIsNone() {
    byte[] photo = photos.photo(1);
    byte[] cut = Arrays.copyOf(photo, photo.length - 100);

    assertThat(photos.numberOf(cut)).isEmpty();
    assertThat(photos.numberOf(NumberedPhotos.result(1, 1))).isEmpty();
    assertThat(photos.numberOf("a text".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(photos.numberOf(new byte[0])).isEmpty();
  }

  @Test
  void everyCallHasAnotherResult() {
    assertThat(NumberedPhotos.result(1, 1))
        .isEqualTo(NumberedPhotos.result(1, 1))
        .isNotEqualTo(NumberedPhotos.result(1, 2))
        .isNotEqualTo(NumberedPhotos.result(2, 1));
  }
}
