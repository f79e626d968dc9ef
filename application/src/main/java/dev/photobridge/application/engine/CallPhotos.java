package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.PixelSize;
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
  ///
  /// @param guestSize size of the guest's photo once upright; it need not be among the photos
  record Found(List<CallPhoto> photos, PixelSize guestSize) implements Gathered {}

  /// An image is gone.
  ///
  /// @param detail which one, in the catalogue's name for it
  record Missing(FailureKind kind, String detail) implements Gathered {}

  Gathered of(RunningJob job, Operation operation) {
    Optional<MediaObject> guest = media.find(job.order().source());
    if (guest.isEmpty()) {
      return new Missing(FailureKind.INTERNAL, "the guest's photo is not stored any more");
    }
    var photos = new ArrayList<CallPhoto>();
    for (MediaPart part : operation.mediaParts()) {
      switch (part) {
        case MediaPart.GuestPhoto _ -> photos.add(photo(part, guest.get()));
        case MediaPart.SlotImage wanted -> {
          Optional<MediaId> id = job.setup().settings().media(wanted.id());
          Optional<MediaObject> image = id.flatMap(media::find);
          if (image.isPresent()) {
            photos.add(photo(part, image.get()));
          } else if (id.isPresent() || wanted.required()) {
            return new Missing(
                FailureKind.SLOT_IMAGE_MISSING,
                "the image for " + part.id() + " is not stored any more");
          }
        }
      }
    }
    return new Found(List.copyOf(photos), guest.get().facts().uprightSize());
  }

  private CallPhoto photo(MediaPart part, MediaObject image) {
    return new CallPhoto(part, image.facts(), media.file(image));
  }
}
