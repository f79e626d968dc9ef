package dev.photobridge.domain.media;

import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MediaObjectTest {
  private static final Instant EXPIRES = Instant.parse("2026-05-01T10:00:00Z");

  @Test
  void isExpiredFromItsTimeOn() {
    var media =
        new MediaObject(
            aMediaId(1), MediaKind.UPLOAD, aPhoto().build(), EXPIRES.minusSeconds(9), EXPIRES);

    assertThat(media.isExpiredAt(EXPIRES.minusNanos(1))).isFalse();
    assertThat(media.isExpiredAt(EXPIRES)).isTrue();
    assertThat(media.isExpiredAt(EXPIRES.plusNanos(1))).isTrue();
  }
}
