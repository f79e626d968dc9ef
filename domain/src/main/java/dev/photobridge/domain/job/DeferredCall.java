package dev.photobridge.domain.job;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call that the provider accepted and answers later.
///
/// @param id the provider's name for it, such as Turbotext's `queueid`
/// @param reported what came to the call's webhook since; foreign text, null: nothing
public record DeferredCall(String id, @Nullable String reported) {
  private static final int MAX_LENGTH = 200;

  public DeferredCall {
    if (id.isBlank() || id.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a provider's id of a call has 1 to %d characters".formatted(MAX_LENGTH));
    }
  }

  /// A call of which nothing was heard since.
  public DeferredCall(String id) {
    this(id, null);
  }

  /// What came to the call's webhook, to be believed as far as the webhook's address is secret.
  public Optional<String> report() {
    return Optional.ofNullable(reported);
  }

  /// This call with what was heard of it.
  public DeferredCall with(Optional<String> report) {
    return new DeferredCall(id, report.orElse(null));
  }
}
