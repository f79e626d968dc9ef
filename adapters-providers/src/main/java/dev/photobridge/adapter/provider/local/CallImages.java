package dev.photobridge.adapter.provider.local;

import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.domain.provider.MediaPart;
import java.util.Optional;

/// The images of a call by their roles.
record CallImages(ProviderCall call) {
  /// The photo that the booth sent.
  Optional<CallPhoto> guest() {
    return call.photos().stream()
        .filter(photo -> photo.part() instanceof MediaPart.GuestPhoto)
        .findFirst();
  }

  /// The image that this setting of the slot names.
  Optional<CallPhoto> slotImage(String setting) {
    return call.photos().stream()
        .filter(
            photo ->
                photo.part() instanceof MediaPart.SlotImage image && image.id().equals(setting))
        .findFirst();
  }
}
