package dev.photobridge.domain.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much of a provider's limits is used up at one moment, by all nodes together.
///
/// @param startedLastMinute calls begun in the last 60 seconds
/// @param startedToday calls begun since midnight in the zone of the limits
/// @param tokensLastMinute tokens known to be used in the last 60 seconds
/// @param oldestStartInLastMinute when the first of the calls of the last 60 seconds began; null
///   where there was none
public record ProviderUsage(
    int startedLastMinute,
    int startedToday,
    long tokensLastMinute,
    @Nullable Instant oldestStartInLastMinute) {
  /// Nothing used.
  public static final ProviderUsage NONE = new ProviderUsage(0, 0, 0, null);

  public ProviderUsage {
    if (startedLastMinute < 0 || startedToday < 0 || tokensLastMinute < 0) {
      throw new IllegalArgumentException("usage can't be less than none");
    }
  }
}
