package dev.photobridge.domain.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelSizeTest {
  @ParameterizedTest
  @CsvSource({"0,1", "1,0", "-1,5", "5,-1"})
  void hasNoSideBelowOne(int width, int height) {
    assertThatThrownBy(() -> new PixelSize(width, height))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void countsPixelsBeyondWhatAnIntHolds() {
    assertThat(new PixelSize(Integer.MAX_VALUE, Integer.MAX_VALUE).area())
        .isEqualTo(4_611_686_014_132_420_609L);
  }

  @ParameterizedTest
  @CsvSource({"1200,800,1200,800", "800,1200,1200,800", "5,5,5,5"})
  void knowsItsLongestAndShortestSide(int width, int height, int longest, int shortest) {
    var size = new PixelSize(width, height);

    assertThat(size.longestSide()).isEqualTo(longest);
    assertThat(size.shortestSide()).isEqualTo(shortest);
  }

  @Test
  void aQuarterTurnSwapsItsSides() {
    assertThat(new PixelSize(3, 2).turned()).isEqualTo(new PixelSize(2, 3));
    assertThat(new PixelSize(3, 2)).hasToString("3x2");
  }

  @ParameterizedTest
  @CsvSource({
    "6000,4000,2048,2048,1365",
    "4000,6000,2048,1365,2048",
    "2048,100,2048,2048,100",
    "100,2047,2048,100,2047",
    "3000,3000,1000,1000,1000",
    "10000,1,100,100,1",
    "1,1,1,1,1"
  })
  void fitsIntoASideInItsOwnShape(int width, int height, int side, int newWidth, int newHeight) {
    assertThat(new PixelSize(width, height).fittedInto(side))
        .isEqualTo(new PixelSize(newWidth, newHeight));
  }

  @Test
  void fitsIntoAnySideWithoutGrowing() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      var size = new PixelSize(random.nextInt(1, 20_000), random.nextInt(1, 20_000));
      int side = random.nextInt(1, 20_000);

      PixelSize fitted = size.fittedInto(side);

      assertThat(fitted.longestSide())
          .as("%s into %d", size, side)
          .isEqualTo(Math.min(side, size.longestSide()));
      assertThat(fitted.width() >= fitted.height())
          .isEqualTo(size.width() >= size.height() || fitted.width() == fitted.height());
      assertThat(fitted.fittedInto(side)).isEqualTo(fitted);
    }
  }

  @Test
  void fitsIntoNoSideBelowOne() {
    var size = new PixelSize(2, 2);

    assertThatThrownBy(() -> size.fittedInto(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shapesAreComparedByTheStretchingTheyTake() {
    var photo = new PixelSize(6000, 4000);

    assertThat(photo.stretchTo(new PixelSize(3, 2))).isZero();
    assertThat(photo.stretchTo(new PixelSize(4, 3)))
        .isLessThan(photo.stretchTo(new PixelSize(16, 9)))
        .isCloseTo(new PixelSize(4, 3).stretchTo(photo), within(1e-12));
    assertThat(photo.stretchTo(new PixelSize(2, 3)))
        .as("lying and standing")
        .isGreaterThan(photo.stretchTo(new PixelSize(1, 1)));
  }
}
