package dev.photobridge.domain.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.testing.CatalogueFixtures;
import dev.photobridge.domain.testing.SlotFixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {
  private static final JobId JOB = new JobId(new UUID(1, 2));

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, true, false, 1, 0, 0, 1",
    "SUCCESS, true, true, 1, 0, 0, 0",
    "ERROR, true, false, 0, 1, 0, 1",
    "ERROR, false, false, 0, 1, 0, 0",
    "TIMEOUT, true, false, 0, 1, 1, 1",
    "TIMEOUT, false, false, 0, 1, 1, 0"
  })
  void aBoothsRowCounts(
      ProcessingStatus status,
      boolean hasJob,
      boolean joined,
      long success,
      long errors,
      long timeouts,
      long runs) {
    Tally tally = Tally.of(row(ProcessingOrigin.BOOTH, status, hasJob ? JOB : null, joined, 1200));

    assertThat(tally)
        .isEqualTo(
            new Tally(
                success,
                errors,
                timeouts,
                runs,
                1200,
                39_000,
                ResponseTimes.of(Duration.ofMillis(1200))));
    assertThat(tally.requests()).isEqualTo(1);
  }

  @Test
  void anOperatorsRowOnlyCosts() {
    Tally tally = Tally.of(row(ProcessingOrigin.OPERATOR, ProcessingStatus.SUCCESS, JOB, false, 9));

    assertThat(tally).isEqualTo(Tally.ofCost(39_000));
    assertThat(tally.isEmpty()).isFalse();
    assertThat(tally.averageMillis()).isEmpty();
    assertThat(tally.p95Millis()).isEmpty();
    assertThat(tally.errorPercent()).isEmpty();
    assertThat(tally.inTimePercent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0.0, 100.0", "1, 2, 33.3, 66.7", "1, 7, 12.5, 87.5", "3, 77, 3.8, 96.2"})
  void bothSharesMakeAHundred(long errors, long success, BigDecimal error, BigDecimal inTime) {
    var tally = new Tally(success, errors, 0, 0, 0, 0, ResponseTimes.NONE);

    assertThat(tally.errorPercent()).contains(error);
    assertThat(tally.inTimePercent()).contains(inTime);
  }

  @ParameterizedTest
  @CsvSource({"10, 4, 3", "9, 4, 2", "0, 1, 0"})
  void theAverageIsRoundedToTheNearest(long millis, long requests, long average) {
    var tally = new Tally(requests, 0, 0, 0, millis, 0, ResponseTimes.NONE);

    assertThat(tally.averageMillis()).hasValue(average);
  }

  @Test
  void whatCameSinceIsTheDifference() {
    Tally earlier = Tally.of(row(ProcessingOrigin.BOOTH, ProcessingStatus.SUCCESS, JOB, false, 10));
    Tally later = Tally.of(row(ProcessingOrigin.BOOTH, ProcessingStatus.TIMEOUT, JOB, false, 900));

    assertThat(earlier.plus(later).since(earlier)).isEqualTo(later);
    assertThat(earlier.since(earlier)).isEqualTo(Tally.NONE);
    assertThat(Tally.NONE.isEmpty()).isTrue();
  }

  @Test
  void aCorrectionBelowNothingCostsNothing() {
    assertThat(Tally.ofCost(-5).cost()).isEqualTo(Cost.ZERO);
  }

  private static ProcessingLogEntry row(
      ProcessingOrigin origin,
      ProcessingStatus status,
      @Nullable JobId job,
      boolean joined,
      long millis) {
    return new ProcessingLogEntry(
        SlotFixtures.aSlot().build().address(),
        origin,
        CatalogueFixtures.GEMINI,
        job,
        joined,
        Instant.EPOCH,
        status,
        Duration.ofMillis(millis),
        new Cost(39_000),
        null);
  }
}
