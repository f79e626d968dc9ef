package dev.photobridge.application.port.out;

import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.slot.SlotSettings;
import java.util.List;
import java.util.Map;

/// Checks a slot's settings against the JSON Schema of its operation.
public interface SettingsValidator {
  /// What is wrong with them; nothing when they may be saved.
  List<SettingsProblem> problemsOf(Operation operation, SlotSettings settings);

  /// One thing that is wrong. In which words it is told is up to whoever tells it.
  ///
  /// @param field path of the setting, such as `output.quality`; blank for the settings as a whole
  /// @param title what the schema calls the setting for people; blank where it does not
  /// @param englishTitle the same in English
  /// @param code what is wrong, a word for programs such as `too_long`
  /// @param arguments what the code is about: `limit`, `allowed` or `found`
  record SettingsProblem(
      String field, String title, String englishTitle, String code, Map<String, String> arguments) {
    public SettingsProblem {
      arguments = Map.copyOf(arguments);
    }

    /// A problem of a setting without a title.
    public static SettingsProblem of(String field, String code, Map<String, String> arguments) {
      return new SettingsProblem(field, "", "", code, arguments);
    }
  }
}
