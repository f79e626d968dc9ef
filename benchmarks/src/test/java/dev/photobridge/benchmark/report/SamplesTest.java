package dev.photobridge.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final double EXACT = 1e-9;

  @Test
  void theMedianIsTheMiddleWhateverTheOrder() {
    assertThat(Samples.of(9, 1, 5).median()).isEqualTo(5);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
    assertThat(Samples.of(1, 2, 4, 100).median()).isCloseTo(3, within(EXACT));
  }

  @Test
  void percentilesAreInterpolated() {
    var samples = Samples.of(10, 20, 30, 40, 50);

    assertThat(samples.percentile(0)).isEqualTo(10);
    assertThat(samples.percentile(90)).isCloseTo(46, within(EXACT));
    assertThat(samples.percentile(100)).isEqualTo(50);
  }

  @Test
  void theInterquartileRangeLeavesOutliersOut() {
    assertThat(Samples.of(1, 2, 3, 4, 1_000).interquartileRange()).isCloseTo(2, within(EXACT));
  }

  @Test
  void oneValueIsEveryPercentile() {
    var one = Samples.of(List.of(7L));

    assertThat(one.percentile(99)).isEqualTo(7);
    assertThat(one.min()).isEqualTo(7);
    assertThat(one.max()).isEqualTo(7);
    assertThat(one.count()).isEqualTo(1);
  }

  @Test
  void valuesOfTheCallerStayInTheirOrder() {
    double[] values = {3, 1, 2};
    Samples.of(values);

    assertThat(values).containsExactly(3, 1, 2);
  }

  @Test
  void nothingMeasuredIsAMistake() {
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(List.of()));
  }

  @Test
  void thereIsNoPercentileAboveAHundred() {
    assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(1).percentile(101));
  }
}
