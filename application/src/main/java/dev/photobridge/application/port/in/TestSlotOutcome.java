package dev.photobridge.application.port.in;

import dev.photobridge.domain.media.PhotoRefusal;

/// What came of trying a slot out.
public sealed interface TestSlotOutcome {
  /// There is a job.
  record Queued(JobView job) implements TestSlotOutcome {}

  /// There is no such slot.
  record SlotUnknown() implements TestSlotOutcome {}

  /// No settings were given, and the slot has none that work.
  record SlotNotConfigured() implements TestSlotOutcome {}

  /// The settings given could not be saved either.
  record SetupRefused(UpdateSlotOutcome.SetupRefused why) implements TestSlotOutcome {}

  /// The photo was never uploaded, or has expired.
  record PhotoMissing() implements TestSlotOutcome {}

  /// A booth could not send this photo to the slot.
  record PhotoRefused(PhotoRefusal why) implements TestSlotOutcome {}

  /// Too many jobs wait already.
  record QueueFull() implements TestSlotOutcome {}

  /// The server is stopping.
  record Stopping() implements TestSlotOutcome {}
}
