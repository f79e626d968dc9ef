package dev.photobridge.adapter.provider.breaker;

import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells operators when an outage begins and ends, once each.
final class BreakerLog {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.provider");

  private final ProviderId provider;
  private final Duration pause;
  private Instant outageBegan = Instant.EPOCH;

  /// @param pause between two probes
  BreakerLog(ProviderId provider, Duration pause) {
    this.provider = provider;
    this.pause = pause;
  }

  void opened(Instant when) {
    outageBegan = when;
    LOG.warn(
        "The provider {} can't be reached or is overloaded: its photos fail at once from now on,"
            + " and every {} s one of them tries again. Check the server's internet connection.",
        provider,
        pause.toSeconds());
  }

  void closed(Instant when) {
    LOG.info(
        "The provider {} is back after {} s; its photos are processed again.",
        provider,
        Duration.between(outageBegan, when).toSeconds());
  }
}
