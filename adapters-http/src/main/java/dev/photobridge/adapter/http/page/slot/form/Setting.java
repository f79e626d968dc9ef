package dev.photobridge.adapter.http.page.slot.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One setting as its schema describes it, in the words of one language. A schema that says
/// something unexpected is no mistake here: the setting is then entered as JSON.
///
/// @param name within its group
/// @param required whether the settings may not be without it
/// @param schema keywords to values, as the contract hands them out
record Setting(String name, boolean required, Map<?, ?> schema) {
  private static final String HEX_COLOUR = "^#[0-9a-fA-F]{6}$";
  private static final int LONGEST_LINE = 300;

  /// The settings of an object's schema, in their order.
  static List<Setting> of(Map<?, ?> objectSchema) {
    List<?> required = objectSchema.get("required") instanceof List<?> names ? names : List.of();
    return objectSchema.get("properties") instanceof Map<?, ?> properties
        ? properties.entrySet().stream()
            .map(
                property ->
                    new Setting(
                        property.getKey().toString(),
                        required.contains(property.getKey()),
                        property.getValue() instanceof Map<?, ?> schema ? schema : Map.of()))
            .toList()
        : List.of();
  }

  SettingKind kind() {
    if (schema.get("enum") instanceof List<?> values) {
      return values.stream().allMatch(Setting::isPlain) ? SettingKind.CHOICE : SettingKind.JSON;
    }
    return switch (text("type").orElse("")) {
      case "string" -> kindOfText();
      case "integer", "number" -> SettingKind.NUMBER;
      case "boolean" -> SettingKind.SWITCH;
      case "object" -> group().isEmpty() ? SettingKind.JSON : SettingKind.GROUP;
      default -> SettingKind.JSON;
    };
  }

  private SettingKind kindOfText() {
    if ("uuid".equals(schema.get("format"))) {
      return SettingKind.IMAGE;
    }
    if (HEX_COLOUR.equals(schema.get("pattern"))) {
      return SettingKind.COLOUR;
    }
    return maxLength().filter(longest -> longest <= LONGEST_LINE).isPresent()
        ? SettingKind.LINE
        : SettingKind.PROSE;
  }

  private static boolean isPlain(@Nullable Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  /// The settings within this one.
  List<Setting> group() {
    return of(schema);
  }

  /// What people call it.
  String title() {
    return text("title").orElse(name);
  }

  /// What there is to say about it.
  Optional<String> description() {
    return text("description");
  }

  /// What a form begins with.
  Optional<Object> preset() {
    return Optional.ofNullable(schema.get("default"));
  }

  Optional<Integer> maxLength() {
    return number("maxLength").map(BigDecimal::intValue);
  }

  Optional<BigDecimal> number(String keyword) {
    return schema.get(keyword) instanceof Number number
        ? Optional.of(new BigDecimal(number.toString()))
        : Optional.empty();
  }

  boolean isWhole() {
    return "integer".equals(schema.get("type"));
  }

  /// The values to choose from.
  List<?> values() {
    return schema.get("enum") instanceof List<?> values ? values : List.of();
  }

  /// What people call one of the values.
  String label(Object value) {
    return schema.get("x-labels") instanceof Map<?, ?> labels
            && labels.get(value.toString()) instanceof String label
        ? label
        : Objects.toString(value);
  }

  private Optional<String> text(String keyword) {
    return schema.get(keyword) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }
}
