package dev.photobridge.application.port.in;

/// Use case: an operator saves a slot.
public interface UpdateSlotUseCase {
  /// Checks the settings against the operation's schema and saves them.
  UpdateSlotOutcome update(UpdateSlotCommand command);
}
