package dev.photobridge.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.provider.Cost;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JobFailureTest {
  private static JobFailure failure(String reason, String detail) {
    return JobFailure.of(FailureKind.INTERNAL, reason, detail);
  }

  @Test
  void keepsShortTextsAsTheyAre() {
    var failure = failure("R".repeat(100), "d".repeat(500));

    assertThat(failure.reason()).hasSize(100);
    assertThat(failure.detail()).hasSize(500);
    assertThat(failure.cost()).isEqualTo(Cost.ZERO);
  }

  @Test
  void cutsLongTexts() {
    var failure = failure("R".repeat(101), "d".repeat(501));

    assertThat(failure.reason()).hasSize(100);
    assertThat(failure.detail()).hasSize(500);
  }

  @Test
  void cutsNoCharacterInHalf() {
    var failure = failure("", "d".repeat(499) + "😀");

    assertThat(failure.detail()).isEqualTo("d".repeat(499));
    assertThat(failure("", "d".repeat(498) + "😀").detail()).endsWith("😀");
  }

  @Test
  void isOneLine() {
    assertThat(failure("A\nB", "one\r\n\ttwo\0three\n")).isEqualTo(failure("A B", "one two three"));
  }

  @Test
  void onlyPassingTroubleIsTriedAgain() {
    Set<FailureKind> retryable =
        EnumSet.allOf(FailureKind.class).stream()
            .filter(FailureKind::isRetryable)
            .collect(Collectors.toSet());

    assertThat(retryable)
        .containsExactlyInAnyOrder(
            FailureKind.UNAVAILABLE,
            FailureKind.RATE_LIMITED,
            FailureKind.NO_IMAGE,
            FailureKind.UNUSABLE_ANSWER);
  }
}
