package dev.photobridge.fault.booth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServedPhotosTest {
  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  private final ServedPhotos served = new ServedPhotos(2);

  @Test
  void theRateOfEachBoothIsMeasuredOverItsOwnTime() {
    served(0, 1, 2, 3, 4);
    served(1, 2, 4, 6);

    assertThat(served.rate(2, START)).isEqualTo(1 + 0.5, within(1e-9));
  }

  @Test
  void whatWasBeforeDoesNotCount() {
    served(0, 1, 11, 12);
    served(1, 1, 11, 12);

    assertThat(served.rate(1, START.plusSeconds(10))).isEqualTo(2, within(1e-9));
    assertThat(served.allHaveMoreThan(1, START.plusSeconds(10))).isTrue();
    assertThat(served.allHaveMoreThan(1, START.plusSeconds(11))).isFalse();
  }

  @Test
  void aBoothThatGetsNothingCountsAsNothing() {
    served(0, 1, 2, 3);
    served(1, 1);

    assertThat(served.rate(2, START)).isEqualTo(1, within(1e-9));
    assertThat(served.allHaveMoreThan(2, START)).isFalse();
  }

  @Test
  void everyBoothHasToBeServedWithWhatItSentAfterwards() {
    served(0, 5);
    assertThat(served.allSentAfter(START)).isFalse();

    served(1, 5);
    assertThat(served.allSentAfter(START)).isTrue();
    assertThat(served.allSentAfter(START.plusSeconds(4))).as("sent a second earlier").isFalse();
  }

  private void served(int booth, int... seconds) {
    for (int second : seconds) {
      Instant at = START.plusSeconds(second);
      served.add(
          booth,
          new Post(
              1,
              "slot-001",
              "node-a",
              at.minusSeconds(1),
              at,
              new PostOutcome.Processed("job", "digest")));
    }
  }
}
