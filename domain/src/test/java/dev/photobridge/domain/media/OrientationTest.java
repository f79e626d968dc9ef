package dev.photobridge.domain.media;

import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
  @ParameterizedTest
  @CsvSource({
    "1,UPRIGHT,false",
    "2,MIRRORED,false",
    "3,HALF_TURN,false",
    "4,MIRRORED_HALF_TURN,false",
    "5,TRANSPOSED,true",
    "6,QUARTER_TURN_CLOCKWISE,true",
    "7,TRANSVERSED,true",
    "8,QUARTER_TURN_COUNTERCLOCKWISE,true"
  })
  void isOneOfEight(int exif, Orientation orientation, boolean swapsSides) {
    assertThat(Orientation.ofExif(exif)).isEqualTo(orientation);
    assertThat(orientation.exifValue()).isEqualTo(exif);
    assertThat(orientation.swapsSides()).isEqualTo(swapsSides);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 9, 65535})
  void isUprightForEveryOtherValue(int exif) {
    assertThat(Orientation.ofExif(exif)).isEqualTo(Orientation.UPRIGHT);
  }

  @ParameterizedTest
  @EnumSource
  void turnsASizeUpright(Orientation orientation) {
    var expected = orientation.swapsSides() ? new PixelSize(800, 1200) : new PixelSize(1200, 800);

    assertThat(orientation.upright(new PixelSize(1200, 800))).isEqualTo(expected);
    assertThat(aPhoto().withOrientation(orientation).build().uprightSize()).isEqualTo(expected);
  }
}
