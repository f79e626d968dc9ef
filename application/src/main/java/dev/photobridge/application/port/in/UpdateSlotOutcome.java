package dev.photobridge.application.port.in;

import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.domain.slot.Slot;
import java.util.List;

/// What came of saving a slot.
public sealed interface UpdateSlotOutcome {
  /// It is saved.
  record Saved(Slot slot) implements UpdateSlotOutcome {}

  /// There is no such slot.
  record SlotUnknown() implements UpdateSlotOutcome {}

  /// Somebody else saved it in between.
  ///
  /// @param currentVersion the version it has now
  record VersionConflict(long currentVersion) implements UpdateSlotOutcome {}

  /// The name is too long.
  record NameTooLong(int maxLength) implements UpdateSlotOutcome {}

  /// The catalogue has no such provider, or the provider no such operation.
  record OperationNotAvailable() implements UpdateSlotOutcome {}

  /// The settings don't satisfy the operation's schema.
  record SettingsInvalid(List<SettingsProblem> problems) implements UpdateSlotOutcome {
    public SettingsInvalid {
      problems = List.copyOf(problems);
    }
  }

  /// An image that the settings name is not there.
  ///
  /// @param field the setting that names it
  record ImageMissing(String field) implements UpdateSlotOutcome {}
}
