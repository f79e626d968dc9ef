package dev.photobridge.domain.provider;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// How often a provider may be called with our account: `providers[].limits` of the catalogue
/// (PRODUCT section 4). Every limit is at least 1; null is no limit. [RateWindow] says what follows
/// from them.
///
/// @param requestsPerMinute calls begun within any 60 seconds
/// @param requestsPerDay calls begun on one calendar day
/// @param tokensPerMinute tokens used by the calls of any 60 seconds
/// @param dayZone where the day begins and ends at midnight
public record ProviderLimits(
    @Nullable Integer requestsPerMinute,
    @Nullable Integer requestsPerDay,
    @Nullable Integer tokensPerMinute,
    ZoneId dayZone) {
  /// No limits.
  public static final ProviderLimits NONE = new ProviderLimits(null, null, null, ZoneOffset.UTC);

  public ProviderLimits {
    check("requests_per_minute", requestsPerMinute);
    check("requests_per_day", requestsPerDay);
    check("tokens_per_minute", tokensPerMinute);
  }

  /// Whether nothing is limited, so that nothing has to be counted.
  public boolean areNone() {
    return requestsPerMinute == null && requestsPerDay == null && tokensPerMinute == null;
  }

  private static void check(String name, @Nullable Integer limit) {
    if (limit != null && limit < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, not " + limit);
    }
  }
}
