package dev.photobridge.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CostTest {
  @Test
  void isCountedInMillionthsOfADollar() {
    assertThat(new Cost(39_000).dollars()).isEqualTo(new BigDecimal("0.039000"));
    assertThat(new Cost(39_000).plus(new Cost(1))).isEqualTo(new Cost(39_001));
    assertThat(Cost.ZERO.plus(Cost.ZERO)).isEqualTo(Cost.ZERO);
  }

  @Test
  void isNeitherNegativeNorTooMuchToCount() {
    var most = new Cost(Long.MAX_VALUE);

    assertThatThrownBy(() -> new Cost(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> most.plus(new Cost(1))).isInstanceOf(ArithmeticException.class);
  }
}
