package dev.photobridge.adapter.http.page.slot.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The form of an operation's settings, drawn from their JSON Schema. An empty field stands for a
/// setting that is absent; a switch always has a value.
///
/// @param prefix of the names of all its fields, such as `settings`
/// @param settings in their order
public record SettingsForm(String prefix, List<Setting> settings) {
  private static final int MOST_RADIOS = 4;

  public SettingsForm {
    settings = List.copyOf(settings);
  }

  /// The form for settings that satisfy a schema, as the contract hands it out.
  public static SettingsForm of(String prefix, Map<?, ?> schema) {
    return new SettingsForm(prefix, Setting.of(schema));
  }

  /// Whether the form has a field of this name.
  public boolean hasField(String name) {
    return hasField(settings, prefix, name);
  }

  private static boolean hasField(List<Setting> settings, String prefix, String name) {
    return settings.stream()
        .anyMatch(
            setting -> {
              String own = prefix + "." + setting.name();
              return setting.kind() == SettingKind.GROUP
                  ? hasField(setting.group(), own, name)
                  : own.equals(name);
            });
  }

  /// What a browser would post for these settings: the texts of all fields by name. What the schema
  /// does not know is left out.
  public Map<String, String> texts(Map<String, ?> values) {
    var texts = new LinkedHashMap<String, String>();
    addTexts(settings, prefix, values, texts);
    return texts;
  }

  private static void addTexts(
      List<Setting> settings, String prefix, Map<?, ?> values, Map<String, String> texts) {
    for (Setting setting : settings) {
      String name = prefix + "." + setting.name();
      Object value = values.get(setting.name());
      if (setting.kind() == SettingKind.GROUP) {
        Map<?, ?> group = value instanceof Map<?, ?> map ? map : Map.of();
        addTexts(setting.group(), name, group, texts);
      } else if (value != null) {
        texts.put(name, SettingTexts.text(setting, value));
      } else if (setting.kind() == SettingKind.SWITCH) {
        texts.put(name, setting.preset().orElse(false).toString());
      }
    }
  }

  /// The settings that a form begins with where there are none yet.
  public Map<String, Object> presets() {
    return presets(settings);
  }

  private static Map<String, Object> presets(List<Setting> settings) {
    var presets = new LinkedHashMap<String, Object>();
    for (Setting setting : settings) {
      if (setting.kind() == SettingKind.GROUP) {
        // a group is one wish: half of it filled in would be a wish that nobody had
        continue;
      }
      setting.preset().ifPresent(preset -> presets.put(setting.name(), preset));
    }
    return presets;
  }

  /// The settings that these texts mean. Names that are no field of this form are left out.
  public Map<String, @Nullable Object> values(Map<String, String> posted) {
    return values(settings, prefix, posted);
  }

  private static Map<String, @Nullable Object> values(
      List<Setting> settings, String prefix, Map<String, String> posted) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (Setting setting : settings) {
      String name = prefix + "." + setting.name();
      if (setting.kind() == SettingKind.GROUP) {
        Map<String, @Nullable Object> group = values(setting.group(), name, posted);
        if (setting.required() || saysSomething(setting, group)) {
          values.put(setting.name(), group);
        }
      } else {
        String text = posted.getOrDefault(name, "");
        if (!text.isEmpty()) {
          values.put(setting.name(), SettingTexts.value(setting, text));
        }
      }
    }
    return values;
  }

  /// Whether somebody filled in a field of the group: its switches have a value in any case.
  private static boolean saysSomething(Setting group, Map<String, ?> values) {
    return group.group().stream()
        .anyMatch(
            setting ->
                values.containsKey(setting.name())
                    && (setting.kind() != SettingKind.SWITCH
                        || !setting.preset().orElse(false).equals(values.get(setting.name()))));
  }

  /// The fields with these texts, each with what is wrong with it.
  ///
  /// @param texts by name
  /// @param errors by name
  /// @param unset what people see where none of a choice's values is chosen
  public List<FormField> fields(
      Map<String, String> texts, Map<String, String> errors, UnsetWords unset) {
    return new Fields(texts, errors, unset).of(settings, prefix);
  }

  /// The words for a choice that nobody made.
  ///
  /// @param nothing where it means nothing
  /// @param preset where it means one of the values, which people call so
  public record UnsetWords(String nothing, UnaryOperator<String> preset) {
    /// Where nobody reads them.
    public static final UnsetWords NONE = new UnsetWords("", UnaryOperator.identity());

    String of(Setting setting) {
      return setting.preset().map(setting::label).map(preset).orElse(nothing);
    }
  }

  private record Fields(Map<String, String> texts, Map<String, String> errors, UnsetWords unset) {
    List<FormField> of(List<Setting> settings, String prefix) {
      return settings.stream()
          .map(setting -> field(setting, prefix + "." + setting.name()))
          .toList();
    }

    private FormField field(Setting setting, String name) {
      String id = "field-" + name.replace('.', '-').replace('_', '-');
      var head =
          new FormField.Head(
              id,
              name,
              setting.name(),
              setting.title(),
              setting.description().orElse(""),
              setting.required(),
              errors.getOrDefault(name, ""));
      String text = texts.getOrDefault(name, "");
      @Nullable String preset =
          setting.preset().map(value -> SettingTexts.text(setting, value)).orElse(null);
      @Nullable Integer maxLength = setting.maxLength().orElse(null);
      return switch (setting.kind()) {
        case LINE -> new FormField.Line(head, text, maxLength);
        case PROSE -> new FormField.Prose(head, text, maxLength);
        case NUMBER -> Numbers.field(setting, head, text, preset);
        case CHOICE -> choice(setting, head, text);
        case SWITCH -> new FormField.Switch(head, "true".equals(text));
        case IMAGE -> new FormField.Image(head, text);
        case COLOUR -> new FormField.Colour(head, text, preset);
        case GROUP -> new FormField.Group(head, of(setting.group(), name));
        case JSON -> new FormField.Json(head, text);
      };
    }

    private FormField choice(Setting setting, FormField.Head head, String text) {
      var options = new ArrayList<FormField.Option>();
      if (setting.preset().isEmpty() || (text.isEmpty() && !setting.required())) {
        options.add(new FormField.Option(head.id(), "", unset.of(setting), text.isEmpty()));
      }
      for (Object value : setting.values()) {
        String posted = SettingTexts.text(setting, value);
        String id = options.isEmpty() ? head.id() : head.id() + "-" + options.size();
        options.add(new FormField.Option(id, posted, setting.label(value), posted.equals(text)));
      }
      return new FormField.Choice(head, options, setting.values().size() <= MOST_RADIOS);
    }
  }
}
