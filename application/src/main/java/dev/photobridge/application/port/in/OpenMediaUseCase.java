package dev.photobridge.application.port.in;

import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import java.util.Optional;

/// Use case: anybody who knows the link fetches an image that was uploaded or is shared with a
/// provider.
public interface OpenMediaUseCase {
  /// The image, or empty where there is none, it has expired, or it is not for the public.
  Optional<OpenedMedia> open(MediaId id);

  /// An image ready to be sent.
  record OpenedMedia(MediaObject media, StoredFile file) {}
}
