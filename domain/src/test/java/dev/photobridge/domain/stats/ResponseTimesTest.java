package dev.photobridge.domain.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseTimesTest {
  /// These numbers are stored: they must never change.
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "15, 15",
    "16, 16",
    "31, 31",
    "32, 32",
    "33, 32",
    "34, 33",
    "63, 47",
    "64, 48",
    "1000, 111",
    "48000, 199",
    "2147483647, 447",
    "9000000000000, 447"
  })
  void aTimeHasItsBin(long millis, int bin) {
    assertThat(ResponseTimes.bin(millis)).isEqualTo(bin);
  }

  @Test
  void everyTimeIsKnownToWithinThreePercent() {
    for (long millis = 0; millis < 5_000_000; millis += 1 + millis / 50) {
      assertClose(times(millis).percentile(95).orElseThrow(), millis);
    }
  }

  private static void assertClose(long found, long exact) {
    assertThat(found).isCloseTo(exact, Percentage.withPercentage(100.0 / 32));
  }

  @Test
  void percentilesAreThoseOfTheSortedTimes() {
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      long[] millis = random.longs(1 + random.nextInt(300), 0, 60_000).sorted().toArray();
      int percent = 1 + random.nextInt(100);
      long exact = millis[(int) Math.ceilDiv((long) millis.length * percent, 100L) - 1];

      assertClose(times(millis).percentile(percent).orElseThrow(), exact);
    }
  }

  @Test
  void thereIsNoPercentileOfNothing() {
    assertThat(ResponseTimes.NONE.percentile(95)).isEmpty();
  }

  @Test
  void addingUpIsTheSameAsAllAtOnce() {
    ResponseTimes all = times(5, 700, 700, 48_000);

    assertThat(times(700, 5).plus(times(48_000, 700))).isEqualTo(all);
    assertThat(all.plus(ResponseTimes.NONE)).isEqualTo(all);
    assertThat(all.count()).isEqualTo(4);
  }

  @Test
  void whatIsTakenAwayLeavesTheRest() {
    assertThat(times(5, 700, 700).minus(times(700))).isEqualTo(times(5, 700));
    assertThat(times(5, 700).minus(times(5, 700))).isEqualTo(ResponseTimes.NONE);
  }

  private static ResponseTimes times(long... millis) {
    return Arrays.stream(millis)
        .mapToObj(one -> ResponseTimes.of(Duration.ofMillis(one)))
        .reduce(ResponseTimes.NONE, ResponseTimes::plus);
  }
}
