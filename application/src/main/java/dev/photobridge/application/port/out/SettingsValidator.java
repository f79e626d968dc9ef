package dev.photobridge.application.port.out;

import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.slot.SlotSettings;
import java.util.List;

/// Checks a slot's settings against the JSON Schema of its operation.
public interface SettingsValidator {
  /// What is wrong with them; nothing when they may be saved.
  List<SettingsProblem> problemsOf(Operation operation, SlotSettings settings);

  /// One thing that is wrong.
  ///
  /// @param field path of the setting, such as `output.quality`; blank for the settings as a whole
  /// @param message what is wrong with it and what is allowed
  record SettingsProblem(String field, String message) {}
}
