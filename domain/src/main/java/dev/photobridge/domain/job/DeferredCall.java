package dev.photobridge.domain.job;

/// A call that the provider accepted and answers later.
///
/// @param id the provider's name for it, such as Turbotext's `queueid`
public record DeferredCall(String id) {
  private static final int MAX_LENGTH = 200;

  public DeferredCall {
    if (id.isBlank() || id.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a provider's id of a call has 1 to %d characters".formatted(MAX_LENGTH));
    }
  }
}
