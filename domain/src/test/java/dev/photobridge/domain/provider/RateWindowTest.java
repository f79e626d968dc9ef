package dev.photobridge.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateWindowTest {
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
  private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

  @ParameterizedTest(name = "limits {0}/{1}/{2}, used {3}/{4}/{5}, {6} tokens each: {7}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,  -, -,    9000, 9000, 9000, 100, 2147483647
          10, -, -,    0,    0,    0,    100, 10
          10, -, -,    4,    0,    0,    100, 6
          10, -, -,    10,   0,    0,    100, 0
          10, -, -,    12,   0,    0,    100, 0
          -,  7, -,    0,    3,    0,    100, 4
          -,  7, -,    0,    7,    0,    100, 0
          -,  7, -,    0,    8,    0,    100, 0
          -,  -, 1000, 0,    0,    0,    300, 3
          -,  -, 1000, 1,    0,    300,  300, 2
          -,  -, 1000, 1,    0,    701,  300, 0
          -,  -, 1000, 1,    0,    2000, 300, 0
          -,  -, 1000, 1,    0,    999,  0,   2147483647
          -,  -, 1000, 1,    0,    1000, 0,   0
          -,  -, 1000, 0,    0,    0,    1500, 1
          -,  -, 1000, 1,    0,    0,    1500, 0
          -,  -, 1000, 0,    0,    10,   1500, 0
          10, 7, 1000, 4,    4,    0,    300, 3
          10, 5, 1000, 4,    4,    0,    300, 1
          5,  7, 1000, 3,    4,    0,    300, 2
          """)
  void theTightestLimitSaysHowManyMayStart(
      @Nullable Integer perMinute,
      @Nullable Integer perDay,
      @Nullable Integer tokens,
      int startedLastMinute,
      int startedToday,
      long tokensLastMinute,
      long averageTokens,
      int allowed) {
    var window = new RateWindow(new ProviderLimits(perMinute, perDay, tokens, ZoneOffset.UTC));
    var usage = new ProviderUsage(startedLastMinute, startedToday, tokensLastMinute, null);

    assertThat(window.startsAllowed(usage, averageTokens)).isEqualTo(allowed);
    assertThat(window.nextStart(usage, averageTokens, NOW).isEmpty()).isEqualTo(allowed > 0);
  }

  @ParameterizedTest(name = "used {0}/{1}/{2}, the oldest at {3}: {4}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          10, 10, 0,    2026-11-22T19:59:30Z, 2026-11-22T20:00:30Z
          2,  10, 1000, 2026-11-22T19:59:01Z, 2026-11-22T20:00:01Z
          2,  10, 1000, -,                    2026-11-22T20:01:00Z
          10, 10, 0,    2026-11-22T19:58:00Z, 2026-11-22T20:00:00Z
          2,  20, 0,    2026-11-22T19:59:30Z, 2026-11-23T08:00:00Z
          10, 20, 0,    2026-11-22T19:59:30Z, 2026-11-23T08:00:00Z
          """)
  void saysWhenTheNextOneMayStart(
      int startedLastMinute,
      int startedToday,
      long tokensLastMinute,
      @Nullable Instant oldest,
      Instant next) {
    var window = new RateWindow(new ProviderLimits(10, 20, 1000, LOS_ANGELES));
    var usage = new ProviderUsage(startedLastMinute, startedToday, tokensLastMinute, oldest);

    assertThat(window.nextStart(usage, 100, NOW)).contains(next);
  }

  @Test
  void aMinuteThatEndsAfterMidnightCountsLonger() {
    var window = new RateWindow(new ProviderLimits(10, 20, null, LOS_ANGELES));
    Instant justBeforeMidnight = Instant.parse("2026-11-23T07:59:58Z");
    var usage = new ProviderUsage(10, 20, 0, justBeforeMidnight.minusSeconds(10));

    assertThat(window.nextStart(usage, 0, justBeforeMidnight))
        .contains(Instant.parse("2026-11-23T08:00:48Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T20:00:00Z, America/Los_Angeles, 2026-11-22T08:00:00Z",
    "2026-11-22T07:59:59Z, America/Los_Angeles, 2026-11-21T08:00:00Z",
    "2026-11-22T08:00:00Z, America/Los_Angeles, 2026-11-22T08:00:00Z",
    "2026-11-01T20:00:00Z, America/Los_Angeles, 2026-11-01T07:00:00Z",
    "2026-11-22T20:00:00Z, UTC, 2026-11-22T00:00:00Z",
    "2026-11-22T20:00:00Z, Asia/Tokyo, 2026-11-22T15:00:00Z"
  })
  void theDayBeginsAtMidnightThere(Instant now, ZoneId zone, Instant start) {
    assertThat(RateWindow.dayStart(now, zone)).isEqualTo(start);
  }

  @Test
  void theDayOfAClockChangeEndsAtItsOwnMidnight() {
    var window = new RateWindow(new ProviderLimits(null, 1, null, LOS_ANGELES));
    Instant beforeTheChange = Instant.parse("2026-11-01T08:00:00Z");

    assertThat(window.nextStart(new ProviderUsage(0, 1, 0, null), 0, beforeTheChange))
        .contains(Instant.parse("2026-11-02T08:00:00Z"));
  }

  @Test
  void limitsAreAtLeastOne() {
    assertThatThrownBy(() -> new ProviderLimits(0, null, null, ZoneOffset.UTC))
        .hasMessageContaining("requests_per_minute");
    assertThatThrownBy(() -> new ProviderLimits(null, 0, null, ZoneOffset.UTC))
        .hasMessageContaining("requests_per_day");
    assertThatThrownBy(() -> new ProviderLimits(null, null, -1, ZoneOffset.UTC))
        .hasMessageContaining("tokens_per_minute");
  }

  @Test
  void oneLimitIsMoreThanNone() {
    assertThat(ProviderLimits.NONE.areNone()).isTrue();
    assertThat(new ProviderLimits(1, null, null, ZoneOffset.UTC).areNone()).isFalse();
    assertThat(new ProviderLimits(null, 1, null, ZoneOffset.UTC).areNone()).isFalse();
    assertThat(new ProviderLimits(null, null, 1, ZoneOffset.UTC).areNone()).isFalse();
  }

  @Test
  void usageIsNotNegative() {
    assertThat(ProviderUsage.NONE.startedLastMinute()).isZero();
    assertThatThrownBy(() -> new ProviderUsage(-1, 0, 0, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ProviderUsage(0, -1, 0, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ProviderUsage(0, 0, -1, null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
