package dev.photobridge.domain.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {
  @ParameterizedTest
  @CsvSource({
    "JPEG,image/jpeg,jpg",
    "PNG,image/png,png",
    "WEBP,image/webp,webp",
    "HEIC,image/heic,heic",
    "HEIF,image/heif,heif"
  })
  void hasANameInHeadersAndOneOnDisk(MediaType type, String mime, String extension) {
    assertThat(type.mime()).isEqualTo(mime);
    assertThat(type.extension()).isEqualTo(extension);
    assertThat(MediaType.ofMime(mime)).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IMAGE/JPEG", "Image/Jpeg"})
  void isFoundInAnyCase(String mime) {
    assertThat(MediaType.ofMime(mime)).contains(MediaType.JPEG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jpeg", "image/jpg", "image/gif", "image/jpeg; q=1"})
  void isNothingElse(String mime) {
    assertThat(MediaType.ofMime(mime)).isEmpty();
  }
}
