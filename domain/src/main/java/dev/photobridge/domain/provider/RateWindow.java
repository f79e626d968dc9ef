package dev.photobridge.domain.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a provider's limits leave to start: the last minute slides along, the day is the calendar's
/// in the zone of the limits.
public record RateWindow(ProviderLimits limits) {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  /// When the day of this moment began; days with a change of the clocks are shorter or longer.
  public static Instant dayStart(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  /// How many further calls may begin now; `Integer.MAX_VALUE` where nothing limits them. A call
  /// that alone is expected to use more tokens than the limit has may begin when there was no other
  /// in the last minute, as it would never begin otherwise.
  ///
  /// @param averageTokensPerRequest what a call is expected to use, 0 or more
  public int startsAllowed(ProviderUsage usage, long averageTokensPerRequest) {
    return Math.min(
        startsThisMinute(usage, averageTokensPerRequest),
        left(limits.requestsPerDay(), usage.startedToday()));
  }

  /// When a call may begin at the earliest; empty where one may begin now.
  public Optional<Instant> nextStart(
      ProviderUsage usage, long averageTokensPerRequest, Instant now) {
    if (startsAllowed(usage, averageTokensPerRequest) > 0) {
      return Optional.empty();
    }
    Instant afterMinute =
        startsThisMinute(usage, averageTokensPerRequest) > 0 ? now : minuteEnd(usage, now);
    Instant afterDay = left(limits.requestsPerDay(), usage.startedToday()) > 0 ? now : dayEnd(now);
    return Optional.of(afterDay.isAfter(afterMinute) ? afterDay : afterMinute);
  }

  private int startsThisMinute(ProviderUsage usage, long averageTokens) {
    return Math.min(
        left(limits.requestsPerMinute(), usage.startedLastMinute()),
        startsWithinTokens(usage, averageTokens));
  }

  private int startsWithinTokens(ProviderUsage usage, long averageTokens) {
    Integer limit = limits.tokensPerMinute();
    if (limit == null) {
      return Integer.MAX_VALUE;
    }
    long left = Math.max(0, limit - usage.tokensLastMinute());
    if (averageTokens == 0) {
      return left > 0 ? Integer.MAX_VALUE : 0;
    }
    boolean idle = usage.startedLastMinute() == 0 && usage.tokensLastMinute() == 0;
    return Math.toIntExact(Math.max(left / averageTokens, idle ? 1 : 0));
  }

  private Instant minuteEnd(ProviderUsage usage, Instant now) {
    Instant oldest = usage.oldestStartInLastMinute();
    Instant end = (oldest == null ? now : oldest).plus(MINUTE);
    return end.isAfter(now) ? end : now;
  }

  private Instant dayEnd(Instant now) {
    ZoneId zone = limits.dayZone();
    return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  private static int left(@Nullable Integer limit, int used) {
    return limit == null ? Integer.MAX_VALUE : Math.max(0, limit - used);
  }
}
