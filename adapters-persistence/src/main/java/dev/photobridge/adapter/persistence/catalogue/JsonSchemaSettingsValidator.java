package dev.photobridge.adapter.persistence.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.application.port.out.SettingsValidator;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.slot.SlotSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks settings by their operation's JSON Schema, each compiled once. Safe for use by many
/// threads.
public final class JsonSchemaSettingsValidator implements SettingsValidator {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, JsonSchemas.Check> checks = new ConcurrentHashMap<>();

  /// A validator that has compiled nothing yet.
  public JsonSchemaSettingsValidator() {}

  @Override
  public List<SettingsProblem> problemsOf(Operation operation, SlotSettings settings) {
    JsonNode values = MAPPER.valueToTree(settings.values());
    Stream<SettingsProblem> bySchema =
        checks
            .computeIfAbsent(operation.settingsSchema(), JsonSchemaSettingsValidator::compiled)
            .problems(values)
            .stream();
    return Stream.concat(bySchema, unstorable("", settings.values())).toList();
  }

  private static JsonSchemas.Check compiled(String schema) {
    try {
      return JsonSchemas.compile(MAPPER.readTree(schema));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an operation's settings_schema is not JSON", e);
    }
  }

  /// Texts with U+0000, which the database can't hold.
  private static Stream<SettingsProblem> unstorable(String field, @Nullable Object value) {
    return switch (value) {
      case String text when text.indexOf('\0') >= 0 ->
          Stream.of(SettingsProblem.of(field, "bad_character", Map.of()));
      case Map<?, ?> group ->
          group.entrySet().stream()
              .flatMap(
                  entry ->
                      unstorable(
                          field.isEmpty()
                              ? entry.getKey().toString()
                              : field + "." + entry.getKey(),
                          entry.getValue()));
      case List<?> items -> items.stream().flatMap(item -> unstorable(field, item));
      case null, default -> Stream.empty();
    };
  }
}
