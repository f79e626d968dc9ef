package dev.photobridge.adapter.provider.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.media.PixelSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AspectRatioTest {
  @ParameterizedTest
  @CsvSource({
    "6000, 4000, 3:2",
    "4000, 6000, 2:3",
    "5184, 3456, 3:2",
    "4032, 3024, 4:3",
    "3024, 4032, 3:4",
    "1920, 1080, 16:9",
    "1080, 1920, 9:16",
    "1000, 1001, 1:1",
    "1280, 1024, 5:4",
    "8000, 2000, 21:9",
    "1, 65000, 9:16",
    "2147483647, 1, 21:9",
  })
  void isTheNearestOne(int width, int height, String expected) {
    assertThat(AspectRatio.nearestTo(new PixelSize(width, height), AspectRatio.COMMON).wire())
        .isEqualTo(expected);
  }
}
