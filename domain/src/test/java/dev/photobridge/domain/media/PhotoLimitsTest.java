package dev.photobridge.domain.media;

import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.testing.PhotoFixtures.PhotoFactsFixture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhotoLimitsTest {
  private static final Set<MediaType> ALLOWED = Set.of(MediaType.JPEG, MediaType.PNG);
  private static final PhotoLimits LIMITS =
      new PhotoLimits(ALLOWED, new ByteSize(1000), 10_000, 10);

  static List<PhotoFactsFixture> acceptable() {
    var photo = aPhoto().withFileSize(1000).withSize(100, 100);
    return List.of(
        photo,
        photo.withType(MediaType.PNG),
        photo.withFileSize(0),
        photo.withSize(10, 1000),
        photo.withSize(1000, 10),
        photo.withSize(10, 10),
        photo.withOrientation(Orientation.TRANSPOSED));
  }

  static List<Arguments> refused() {
    var photo = aPhoto().withFileSize(1000).withSize(100, 100);
    return List.of(
        Arguments.of(photo.withFileSize(1001), new PhotoRefusal.TooLarge(new ByteSize(1000))),
        Arguments.of(
            photo.withType(MediaType.HEIC),
            new PhotoRefusal.TypeNotAllowed(MediaType.HEIC, ALLOWED)),
        Arguments.of(
            photo.withSize(10_001, 1),
            new PhotoRefusal.TooManyPixels(new PixelSize(10_001, 1), 10_000)),
        Arguments.of(
            photo.withSize(Integer.MAX_VALUE, Integer.MAX_VALUE),
            new PhotoRefusal.TooManyPixels(
                new PixelSize(Integer.MAX_VALUE, Integer.MAX_VALUE), 10_000)),
        Arguments.of(photo.withSize(9, 100), new PhotoRefusal.TooSmall(new PixelSize(9, 100), 10)),
        Arguments.of(photo.withSize(100, 9), new PhotoRefusal.TooSmall(new PixelSize(100, 9), 10)));
  }

  @ParameterizedTest
  @MethodSource("acceptable")
  void takesWhatIsWithinThem(PhotoFactsFixture photo) {
    assertThat(LIMITS.refusalOf(photo.build())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void saysWhyItRefuses(PhotoFactsFixture photo, PhotoRefusal refusal) {
    assertThat(LIMITS.refusalOf(photo.build())).contains(refusal);
  }
}
