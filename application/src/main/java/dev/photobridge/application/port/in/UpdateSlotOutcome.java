package dev.photobridge.application.port.in;

import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotSetup;
import java.util.List;

/// What came of saving a slot.
public sealed interface UpdateSlotOutcome {
  /// It is saved, or was so already: then it keeps its version.
  record Saved(Slot slot) implements UpdateSlotOutcome {}

  /// There is no such slot.
  record SlotUnknown() implements UpdateSlotOutcome {}

  /// Somebody else saved it in between.
  ///
  /// @param currentVersion the version it has now
  record VersionConflict(long currentVersion) implements UpdateSlotOutcome {}

  /// The name is too long.
  record NameTooLong(int maxLength) implements UpdateSlotOutcome {}

  /// What the slot was to do can't be done.
  sealed interface SetupRefused extends UpdateSlotOutcome {}

  /// The catalogue has no such provider, or the provider no such operation.
  ///
  /// @param part which one of the slot
  /// @param setup what was asked for
  record OperationNotAvailable(SlotPart part, SlotSetup setup) implements SetupRefused {}

  /// The fallback is what the slot does anyway.
  record FallbackIsSetup() implements SetupRefused {}

  /// The settings don't satisfy the operation's schema.
  ///
  /// @param part whose settings
  record SettingsInvalid(SlotPart part, List<SettingsProblem> problems) implements SetupRefused {
    public SettingsInvalid {
      problems = List.copyOf(problems);
    }
  }

  /// An image that the settings name is not there.
  ///
  /// @param part whose settings
  /// @param field the setting that names it
  record ImageMissing(SlotPart part, String field) implements SetupRefused {}
}
