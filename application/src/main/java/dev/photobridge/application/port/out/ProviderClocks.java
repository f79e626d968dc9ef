package dev.photobridge.application.port.out;

import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.util.Optional;

/// Knows from their answers what time it is at the providers. Safe for use by many threads.
@FunctionalInterface
public interface ProviderClocks {
  /// By how much this computer's clock was ahead of a provider's with its latest answer, to the
  /// second; empty where there was none that told the time.
  Optional<Duration> ahead(ProviderId provider);
}
