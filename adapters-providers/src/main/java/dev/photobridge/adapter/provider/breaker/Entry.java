package dev.photobridge.adapter.provider.breaker;

import java.time.Duration;

/// What a call is told that wants to begin.
sealed interface Entry {
  /// It may. Whoever gets this says how the call ended, see [ProviderBreaker#leave].
  ///
  /// @param turn how often the breaker had changed its state when the call began
  record Admitted(int turn) implements Entry {}

  /// It may not.
  ///
  /// @param probeIn when one may again at the latest, not negative
  record Refused(Duration probeIn) implements Entry {}
}
