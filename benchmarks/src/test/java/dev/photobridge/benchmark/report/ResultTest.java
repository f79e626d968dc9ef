package dev.photobridge.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {
  @Test
  void aRatioIsJudgedByTheBounds() {
    var bounds = Bounds.atMost(2, 1);

    assertThat(Result.ratio("added", 10, 12, "ms", bounds).verdict()).isEqualTo(Verdict.GOAL);
    assertThat(Result.ratio("added", 24, 12, "ms", bounds).verdict()).isEqualTo(Verdict.FLOOR);
    assertThat(Result.ratio("added", 25, 12, "ms", bounds).verdict()).isEqualTo(Verdict.SHORT);
  }

  @Test
  void whereMoreIsBetterTheBoundsAreTurned() {
    var bounds = Bounds.atLeast(10_000, 16_000);

    assertThat(bounds.verdict(16_000)).isEqualTo(Verdict.GOAL);
    assertThat(bounds.verdict(10_000)).isEqualTo(Verdict.FLOOR);
    assertThat(bounds.verdict(9_999)).isEqualTo(Verdict.SHORT);
  }

  @Test
  void aRatioOfNothingIsShort() {
    assertThat(Result.ratio("added", 0, 0, "ms", Bounds.atMost(2, 1)).verdict())
        .isEqualTo(Verdict.SHORT);
  }

  @Test
  void aTableIsMarkdownInColumns() {
    var results =
        List.of(
            Result.ratio("added p50", 18.25, 12.5, "ms", Bounds.atMost(1.08, 1)),
            Result.value("jobs", 13_288, "", Bounds.atLeast(1_000, 2_000)),
            Result.note("by hand", "yes"));

    assertThat(Result.table(results))
        .hasToString(
            """
            | what      | ours    | peer    | ratio | floor   | goal    | verdict   |
            | --------- | ------- | ------- | ----- | ------- | ------- | --------- |
            | added p50 | 18.3 ms | 12.5 ms | 1.46  | ≤ 1.08  | ≤ 1     | **short** |
            | jobs      | 13,288  |         |       | ≥ 1,000 | ≥ 2,000 | goal      |
            | by hand   | yes     |         |       |         |         |           |
            """);
  }

  @Test
  void aRowHasACellForEachColumn() {
    var table = new MarkdownTable("one", "two");

    assertThatIllegalArgumentException().isThrownBy(() -> table.row("1"));
  }
}
