package dev.photobridge.adapter.http.page.slot.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// Settings by chance that a schema allows, as far as a form can tell.
final class SettingsOfSchema {
  private static final List<String> TEXTS =
      List.of("0", "true", " ", "{name|гость}", "a\nb", "<b>\"&'</b>", "😀", "null", "[1");

  private SettingsOfSchema() {}

  /// @param outermost switches have a value there, and within groups that have another setting
  static Map<String, Object> any(List<Setting> settings, Random random, boolean outermost) {
    var values = new LinkedHashMap<String, Object>();
    for (Setting setting : settings) {
      boolean isSwitch = setting.kind() == SettingKind.SWITCH;
      if (isSwitch ? outermost : setting.required() || random.nextBoolean()) {
        Object value = value(setting, random);
        if (!value.equals(Map.of())) {
          values.put(setting.name(), value);
        }
      }
    }
    if (!outermost && !values.isEmpty()) {
      settings.stream()
          .filter(setting -> setting.kind() == SettingKind.SWITCH)
          .forEach(setting -> values.put(setting.name(), value(setting, random)));
    }
    return values;
  }

  private static Object value(Setting setting, Random random) {
    return switch (setting.kind()) {
      case LINE, PROSE -> TEXTS.get(random.nextInt(TEXTS.size()));
      case NUMBER ->
          setting.isWhole()
              ? (Object) random.nextLong(10_000_000_000L)
              : (Object) (random.nextInt(2000) / 100.0);
      case CHOICE -> setting.values().get(random.nextInt(setting.values().size()));
      case SWITCH -> random.nextBoolean();
      case IMAGE -> new UUID(random.nextLong(), random.nextLong()).toString();
      case COLOUR -> "#%06x".formatted(random.nextInt(0x1000000));
      case GROUP -> any(setting.group(), random, false);
      case JSON -> Map.of("a", List.of(1, true, "x"));
    };
  }
}
