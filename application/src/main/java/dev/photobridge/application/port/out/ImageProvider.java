package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.provider.ModelNotice;
import dev.photobridge.domain.provider.ProviderId;
import java.util.List;

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

  /// What it said lately of models that will not stay; nothing is asked of it.
  default List<ModelNotice> notices() {
    return List.of();
  }

  /// Asks for the answer to a call that this provider deferred. Only called for what
  /// [ProviderOutcome.Deferred] named; a provider that never defers need not implement it.
  ///
  /// @param deferred what it named
  /// @param call as it was made then, but for the time left
  default ProviderOutcome ask(DeferredCall deferred, ProviderCall call)
      throws InterruptedException {
    throw new UnsupportedOperationException(id() + " does not defer calls");
  }
}
