package dev.photobridge.application.port.out;

import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;

/// Tells whether a provider can be reached and takes our key, without having anything made, so for
/// free. Safe for use by many threads.
public interface ProviderProbe {
  /// Whom it asks.
  ProviderId provider();

  /// Asks, with the key that holds now.
  ProviderCheck check(Duration timeout) throws InterruptedException;
}
