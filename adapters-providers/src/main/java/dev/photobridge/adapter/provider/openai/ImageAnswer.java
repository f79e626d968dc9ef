package dev.photobridge.adapter.provider.openai;

import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.provider.Cost;

/// What a server answered to a call.
sealed interface ImageAnswer {
  /// An image in the answer, or none at all.
  record Ended(ProviderOutcome outcome) implements ImageAnswer {}

  /// An address where the image is.
  ///
  /// @param cost of the call, which was made
  record Linked(String address, Cost cost, long tokens) implements ImageAnswer {}
}
