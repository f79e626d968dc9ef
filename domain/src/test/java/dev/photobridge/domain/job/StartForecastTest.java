package dev.photobridge.domain.job;

import static dev.photobridge.domain.testing.CatalogueFixtures.aProvider;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderLimits;
import dev.photobridge.domain.provider.ProviderUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartForecastTest {
  private static final Instant NOW = RECEIVED_AT;
  private static final Duration MEDIAN = Duration.ofSeconds(10);

  @ParameterizedTest
  @CsvSource({
    // waiting, running, places, seconds until the start at the earliest
    "0,0,2,0",
    "0,2,2,0",
    "1,2,2,0",
    "2,2,2,10",
    "3,2,2,10",
    "4,2,2,20",
    "4,0,2,10",
    "5,9,2,20"
  })
  void jobsBeforeItTakeTheirTurns(int waiting, int running, int places, long seconds) {
    Provider provider = aProvider().withPlaces(places).build();

    assertThat(start(load(waiting, running, 0, 0), provider, OptionalInt.empty()))
        .isEqualTo(NOW.plusSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"0,1,0", "1,1,10", "3,1,30"})
  void jobsOfItsSlotDoToo(int waiting, int running, long seconds) {
    Provider provider = aProvider().withPlaces(100).build();

    assertThat(start(load(0, 0, waiting, running), provider, OptionalInt.of(1)))
        .isEqualTo(NOW.plusSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    // waiting, started in the last minute, seconds until the start at the earliest
    "0,9,0",
    "1,9,40",
    "0,10,40",
    "10,10,100",
    "25,10,160"
  })
  void aUsedUpMinuteHasToPass(int waiting, int started, long seconds) {
    var limits = new ProviderLimits(10, null, null, ZoneOffset.UTC);
    Provider provider = aProvider().withPlaces(100).withLimits(limits).build();
    var usage = new ProviderUsage(started, started, 0, NOW.minusSeconds(20));
    var load = new QueueLoad(waiting, 1000, waiting, 0, 0, 0, usage, 0);

    assertThat(start(load, provider, OptionalInt.empty())).isEqualTo(NOW.plusSeconds(seconds));
  }

  @Test
  void aUsedUpDayHasToPass() {
    var limits = new ProviderLimits(null, 5, null, ZoneOffset.UTC);
    Provider provider = aProvider().withLimits(limits).build();
    var usage = new ProviderUsage(0, 5, 0, null);

    assertThat(start(new QueueLoad(0, 10, 0, 0, 0, 0, usage, 0), provider, OptionalInt.empty()))
        .isEqualTo(Instant.parse("2026-05-02T00:00:00Z"));
  }

  @Test
  void aQueueIsFullAtItsCapacity() {
    assertThat(new QueueLoad(9, 10, 0, 0, 0, 0, ProviderUsage.NONE, 0).isFull()).isFalse();
    assertThat(new QueueLoad(10, 10, 0, 0, 0, 0, ProviderUsage.NONE, 0).isFull()).isTrue();
  }

  private static Instant start(QueueLoad load, Provider provider, OptionalInt slotLimit) {
    return StartForecast.earliestStart(load, provider, slotLimit, MEDIAN, NOW);
  }

  private static QueueLoad load(int waiting, int running, int inSlot, int runningInSlot) {
    return new QueueLoad(
        waiting, 1000, waiting, running, inSlot, runningInSlot, ProviderUsage.NONE, 0);
  }
}
