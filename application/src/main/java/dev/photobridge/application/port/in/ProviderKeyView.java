package dev.photobridge.application.port.in;

import dev.photobridge.domain.provider.ProviderId;
import java.time.Instant;

/// What operators are shown of a provider's API key.
///
/// @param title of the provider
/// @param source where the key that holds comes from
/// @param lost whether one was set in settings that can't be decrypted any more
public record ProviderKeyView(ProviderId provider, String title, Source source, boolean lost) {
  /// Where a key comes from.
  public sealed interface Source {
    /// It was set in settings.
    ///
    /// @param masked dots and its end
    record Settings(String masked, Instant setAt) implements Source {}

    /// It is the configuration's.
    ///
    /// @param masked dots and its end
    record Configuration(String masked) implements Source {}

    /// There is none.
    record None() implements Source {}
  }
}
