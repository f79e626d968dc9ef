package dev.photobridge.application.port.in;

/// Use case: an operator makes a slot free.
public interface ResetSlotUseCase {
  /// Takes name, setup and rules away; id, link and statistics stay. What the slot was is kept as a
  /// version.
  UpdateSlotOutcome reset(ResetSlotCommand command);
}
