package dev.photobridge.domain.provider;

/// One image of a provider call and where it comes from: an element of `media_parts`, whose order
/// is the order in which the provider gets the images.
public sealed interface MediaPart {
  /// What the catalogue calls this image.
  String id();

  /// The guest's photo (`"from": "ingest_request"`).
  record GuestPhoto(String id) implements MediaPart {}

  /// An image of the slot (`"from": "slot_settings"`); `id` is the setting that holds its media id.
  ///
  /// @param required whether a slot without it can't run
  record SlotImage(String id, boolean required) implements MediaPart {}
}
