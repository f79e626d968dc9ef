package dev.photobridge.application.port.out;

import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PhotoRefusal;

/// What inspecting a photo showed.
public sealed interface PhotoInspection {
  /// A whole image in a known format; whether it is within limits is not judged yet.
  record Measured(PhotoFacts facts) implements PhotoInspection {}

  /// Not an image that can be worked with.
  record Unusable(PhotoRefusal refusal) implements PhotoInspection {}
}
