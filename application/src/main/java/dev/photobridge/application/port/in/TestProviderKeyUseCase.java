package dev.photobridge.application.port.in;

import dev.photobridge.application.port.out.ProviderCheck;
import java.time.Duration;
import java.util.Optional;

/// Use case: does a provider take the key that holds now?
public interface TestProviderKeyUseCase {
  /// Asks it, for ten seconds at most and at no cost.
  ///
  /// @param provider its id, as it came from outside
  /// @return empty where no such provider takes a key
  Optional<KeyTest> test(String provider) throws InterruptedException;

  /// What came of it.
  ///
  /// @param took until the answer
  record KeyTest(ProviderCheck check, Duration took) {}
}
