package dev.photobridge.application.port.in;

/// Where in a slot a provider, an operation and settings stand.
public enum SlotPart {
  /// What the slot does with a photo.
  SETUP,
  /// What is tried when that fails.
  FALLBACK,
  /// The effect that the booth gets when there is no processed photo in time.
  FAILURE_REPLY,
  /// The effect that the booth gets once the cost cap is reached.
  COST_CAP
}
