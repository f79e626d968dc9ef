package dev.photobridge.application.port.in;

import dev.photobridge.domain.media.MediaObject;
import java.util.Optional;

/// Use case: an operator wants an uploaded image to be kept for longer.
public interface ExtendMediaUseCase {
  /// Keeps it for that long at least; an image that is kept for longer already stays so.
  ///
  /// @return the image with the time that holds now, or empty where there is no such upload (any
  ///   more)
  Optional<MediaObject> extend(ExtendMediaCommand command);
}
