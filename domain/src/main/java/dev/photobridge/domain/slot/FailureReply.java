package dev.photobridge.domain.slot;

import dev.photobridge.domain.provider.ProviderId;

/// What the booth gets when there is no processed photo in time (PRODUCT, "the line never stops").
public sealed interface FailureReply {
  /// An error status; what the booth does then is the booth's affair.
  record ErrorStatus() implements FailureReply {}

  /// The guest's photo as it came.
  record OriginalPhoto() implements FailureReply {}

  /// The guest's photo with an effect this server makes by itself.
  ///
  /// @param setup an operation of the provider `local`, and its settings
  record LocalEffect(SlotSetup setup) implements FailureReply {
    public LocalEffect {
      if (!setup.provider().equals(ProviderId.LOCAL)) {
        throw new IllegalArgumentException(
            "an effect is made by the provider local, not by " + setup.provider());
      }
    }
  }
}
