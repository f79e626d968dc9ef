package dev.photobridge.application.port.in;

/// Use case: an operator brings an earlier version of a slot back.
public interface RestoreSlotVersionUseCase {
  /// Saves the slot as it was then, after the same checks as any save.
  RestoreSlotVersionOutcome restore(RestoreSlotVersionCommand command);
}
