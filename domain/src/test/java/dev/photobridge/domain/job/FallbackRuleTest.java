package dev.photobridge.domain.job;

import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aRunningJob;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FallbackRuleTest {
  private static final Instant NOW = RECEIVED_AT.plusSeconds(10);
  private static final RunningJob JOB =
      QueuedJob.accepted(
              anOrder()
                  .withFallback(
                      new SlotSetup(LOCAL, new OperationId("change_image"), SlotSettings.NONE))
                  .build())
          .start(RECEIVED_AT);

  @ParameterizedTest
  @EnumSource(names = {"PHOTO_UNUSABLE", "INTERRUPTED"})
  void noOtherProviderCanDoBetterWithTheSamePhoto(FailureKind kind) {
    assertThat(FallbackRule.applies(JOB, kind, Duration.ZERO, NOW)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"PHOTO_UNUSABLE", "INTERRUPTED"},
      mode = EnumSource.Mode.EXCLUDE)
  void anythingElseMayGoBetterElsewhere(FailureKind kind) {
    assertThat(FallbackRule.applies(JOB, kind, Duration.ZERO, NOW)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"10,37,true", "10,38,false", "49,550,true", "49,551,false"})
  void theCallMustFitIntoTheTimeLeft(long after, long takes, boolean applies) {
    assertThat(
            FallbackRule.applies(
                JOB,
                FailureKind.REFUSED,
                Duration.ofSeconds(takes),
                RECEIVED_AT.plusSeconds(after)))
        .isEqualTo(applies);
  }

  @Test
  void aSlotWithoutFallbackHasNone() {
    assertThat(FallbackRule.applies(aRunningJob(), FailureKind.REFUSED, Duration.ZERO, NOW))
        .isFalse();
  }

  @Test
  void theFallbackHasNoFallback() {
    RunningJob second =
        JOB.fallBack(JobFailure.of(FailureKind.REFUSED, "R", "").cost(), NOW).start(NOW);

    assertThat(FallbackRule.applies(second, FailureKind.REFUSED, Duration.ZERO, NOW)).isFalse();
  }
}
