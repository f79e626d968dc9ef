package dev.photobridge.domain.provider;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a provider says of a model that will not stay.
///
/// @param model its id
/// @param stage the provider's word, such as `DEPRECATED`
/// @param end when it ends; null where that is not told
/// @param words what else it says; may be empty
public record ModelNotice(String model, String stage, @Nullable Instant end, String words) {
  /// When the model ends, where that is told.
  public Optional<Instant> endsAt() {
    return Optional.ofNullable(end);
  }
}
