package dev.photobridge.application.service;

import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.MediaPart;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.slot.SlotSetup;
import java.util.stream.Stream;

/// Knows which settings name images.
record SetupImages(ProviderCatalogue catalogue) {
  /// The images among a setup's settings, in the order in which its operation uses them.
  Stream<MediaId> of(SlotSetup setup) {
    return catalogue
        .provider(setup.provider())
        .flatMap(provider -> provider.operation(setup.operation()))
        .stream()
        .flatMap(operation -> operation.mediaParts().stream())
        .filter(MediaPart.SlotImage.class::isInstance)
        .flatMap(part -> setup.settings().media(part.id()).stream());
  }
}
