package dev.photobridge.adapter.provider.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ToneCurveTest {
  @Test
  void bringsEveryLevelBack() {
    for (int level = 0; level < 256; level++) {
      assertThat(ToneCurve.LIGHT.level(ToneCurve.LIGHT.amount(level))).isEqualTo(level);
      assertThat(ToneCurve.PLAIN.level(ToneCurve.PLAIN.amount(level))).isEqualTo(level);
    }
  }

  @Test
  void knowsTheLightOfSrgb() {
    assertThat(ToneCurve.LIGHT.amount(0)).isZero();
    assertThat(ToneCurve.LIGHT.amount(255)).isEqualTo(ToneCurve.FULL);
    assertThat(ToneCurve.LIGHT.amount(188)).isCloseTo(ToneCurve.FULL / 2, within(400));
    assertThat(ToneCurve.LIGHT.level(ToneCurve.FULL / 2)).isEqualTo(188);
    assertThat(ToneCurve.PLAIN.level(ToneCurve.FULL / 2)).isEqualTo(127);
    assertThat(ToneCurve.light(0.5)).isCloseTo(0.21404, within(0.00001));
    assertThat(ToneCurve.encoded(0.21404)).isCloseTo(0.5, within(0.00001));
  }

  @Test
  void takesWhatIsBeyondForTheEnd() {
    assertThat(ToneCurve.LIGHT.level(-5)).isZero();
    assertThat(ToneCurve.LIGHT.level(1_000_000)).isEqualTo(255);
  }
}
