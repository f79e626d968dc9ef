package dev.photobridge.application.port.in;

/// What came of bringing an earlier version of a slot back.
public sealed interface RestoreSlotVersionOutcome {
  /// That version is not kept.
  record NotKept() implements RestoreSlotVersionOutcome {}

  /// It was kept, and was to be saved like anything else.
  ///
  /// @param outcome what came of that
  record Tried(UpdateSlotOutcome outcome) implements RestoreSlotVersionOutcome {}
}
