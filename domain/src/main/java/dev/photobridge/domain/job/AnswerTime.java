package dev.photobridge.domain.job;

import java.time.Duration;

/// How long a booth is kept waiting. The answer has to be on its way before the booth itself gives
/// up after `T_sync_response`, so the wait ends a margin earlier: 4 % of it, at most 2 s, which
/// makes the 48 s of PRODUCT section 2 out of the default 50.
public final class AnswerTime {
  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(2);
  private static final int MARGIN_PERCENT = 4;

  private AnswerTime() {}

  /// The longest wait for a result, counted from the request's first byte.
  ///
  /// @param syncTimeout `T_sync_response`
  /// @param providerTimeout `ingest.timeout_sec` of the provider
  public static Duration longestWait(Duration syncTimeout, Duration providerTimeout) {
    Duration share = syncTimeout.multipliedBy(MARGIN_PERCENT).dividedBy(100);
    Duration margin = share.compareTo(LONGEST_MARGIN) < 0 ? share : LONGEST_MARGIN;
    Duration wait = syncTimeout.minus(margin);
    return wait.compareTo(providerTimeout) < 0 ? wait : providerTimeout;
  }
}
