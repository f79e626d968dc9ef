package dev.photobridge.application.port.out;

import dev.photobridge.domain.provider.ProviderId;

/// Processes photos: an AI service behind its API, or effects of our own. Safe for use by many
/// threads.
public interface ImageProvider {
  /// Which provider of the catalogue this is.
  ProviderId id();

  /// Makes one call and waits for its end, at most `call.timeLeft()`. Photos are prepared here as
  /// this provider needs them: upright, scaled, without metadata.
  ///
  /// @throws InterruptedException when the thread is interrupted; the call is then broken off
  ProviderOutcome process(ProviderCall call) throws InterruptedException;
}
