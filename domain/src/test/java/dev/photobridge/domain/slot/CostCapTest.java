package dev.photobridge.domain.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.domain.provider.Cost;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostCapTest {
  private static final FailureReply STOP = new FailureReply.ErrorStatus();

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // bounds of the day and in total; spent today, in total, and under way; the bound reached
        "5000000, -,       4999999, 9000000, 0,      -",
        "5000000, -,       5000000, 9000000, 0,      a day",
        "5000000, -,       4970000, 9000000, 33600,  a day",
        "-,       5000000, 9000000, 4999999, 0,      -",
        "-,       5000000, 9000000, 5000000, 0,      reset",
        "-,       5000000, 0,       4999999, 1,      reset",
        "1000000, 5000000, 999999,  4999999, 0,      -",
        "1000000, 5000000, 1000000, 4999999, 0,      a day",
        "1000000, 5000000, 999999,  5000000, 0,      reset",
        "0,       -,       0,       0,       0,      a day"
      })
  void isReachedOnceSoMuchIsSpentOrUnderWay(
      @Nullable Long perDay,
      @Nullable Long total,
      long today,
      long sinceReset,
      long underWay,
      @Nullable String bound) {
    var cap = new CostCap(cost(perDay), cost(total), STOP);
    var spending = new SlotSpending(new Cost(today), new Cost(sinceReset), new Cost(underWay));

    if (bound == null) {
      assertThat(cap.reachedBy(spending)).isEmpty();
    } else {
      assertThat(cap.reachedBy(spending).orElseThrow()).endsWith(bound);
    }
  }

  @Test
  void tellsTheAmounts() {
    var cap = new CostCap(new Cost(5_000_000), null, STOP);

    assertThat(cap.reachedBy(new SlotSpending(new Cost(5_020_000), Cost.ZERO, Cost.ZERO)))
        .contains("this slot has cost $5.02 of the $5.00 it may cost a day");
  }

  @Test
  void boundsSomething() {
    assertThatThrownBy(() -> new CostCap(null, null, STOP))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static @Nullable Cost cost(@Nullable Long microDollars) {
    return microDollars == null ? null : new Cost(microDollars);
  }
}
