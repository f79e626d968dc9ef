package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.provider.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers the images of a provider call: the guest's photo and those of the slot, in the
/// catalogue's order.
final class CallPhotos {
  private final MediaStore media;

  CallPhotos(MediaStore media) {
    this.media = media;
  }

  /// What was gathered.
  sealed interface Gathered {}

  /// Every image that the call needs.
  record Found(List<CallPhoto> photos) implements Gathered {}

  /// An image is gone.
  ///
  /// @param detail which one, in the catalogue's name for it
  record Missing(FailureKind kind, String detail) implements Gathered {}

  Gathered of(RunningJob job, Operation operation) {
    var photos = new ArrayList<CallPhoto>();
    for (MediaPart part : operation.mediaParts()) {
      Optional<MediaId> id = idOf(part, job);
      Optional<MediaObject> image = id.flatMap(media::find);
      if (image.isPresent()) {
        photos.add(new CallPhoto(part, image.get().facts(), media.file(image.get())));
      } else if (id.isPresent() || isRequired(part)) {
        return new Missing(kindOf(part), "the image for " + part.id() + " is not stored any more");
      }
    }
    return new Found(List.copyOf(photos));
  }

  private static Optional<MediaId> idOf(MediaPart part, RunningJob job) {
    return switch (part) {
      case MediaPart.GuestPhoto _ -> Optional.of(job.order().source());
      case MediaPart.SlotImage image -> job.setup().settings().media(image.id());
    };
  }

  private static boolean isRequired(MediaPart part) {
    return switch (part) {
      case MediaPart.GuestPhoto _ -> true;
      case MediaPart.SlotImage image -> image.required();
    };
  }

  private static FailureKind kindOf(MediaPart part) {
    return switch (part) {
      case MediaPart.GuestPhoto _ -> FailureKind.INTERNAL;
      case MediaPart.SlotImage _ -> FailureKind.SLOT_IMAGE_MISSING;
    };
  }
}
