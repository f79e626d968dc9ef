package dev.photobridge.application.port.out;

import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.MediaPart;

/// One image of a provider call, as it is stored.
///
/// @param part its role in the operation
/// @param facts what it is
/// @param file its bytes, metadata and all
public record CallPhoto(MediaPart part, PhotoFacts facts, StoredFile file) {}
