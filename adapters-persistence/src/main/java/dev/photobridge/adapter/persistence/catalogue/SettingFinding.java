package dev.photobridge.adapter.persistence.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Turns the disagreement of a setting with its schema into a code with arguments.
final class SettingFinding {
  private static final String LIMIT = "limit";
  private static final String ALLOWED = "allowed";
  private static final String FOUND = "found";

  private final Error error;
  private final JsonNode schema;

  private SettingFinding(Error error, JsonNode schema) {
    this.error = error;
    this.schema = schema;
  }

  /// @param schema of all the settings
  static SettingsProblem of(Error error, JsonNode schema) {
    var finding = new SettingFinding(error, schema);
    String pointer = SchemaFinding.of(error, schema).pointer();
    String field = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    return finding.problem(field, title(schema, pointer));
  }

  private SettingsProblem problem(String field, String title) {
    JsonNode wanted = error.getSchemaNode();
    String limit = wanted.asText();
    return switch (error.getKeyword()) {
      case "required" -> problem(field, title, "missing", Map.of());
      case "additionalProperties" ->
          problem(field, title, "unknown", Map.of(ALLOWED, names(around())));
      case "type" -> problem(field, title, "not_" + limit, Map.of());
      case "enum" -> problem(field, title, "not_among", Map.of(ALLOWED, list(wanted)));
      case "const" -> problem(field, title, "not_among", Map.of(ALLOWED, limit));
      case "minimum", "maximum" -> outOfRange(field, title);
      case "minLength" -> problem(field, title, "too_short", Map.of(LIMIT, limit));
      case "maxLength" -> problem(field, title, "too_long", Map.of(LIMIT, limit));
      case "minItems", "minProperties" -> problem(field, title, "too_few", Map.of(LIMIT, limit));
      case "maxItems", "maxProperties" -> problem(field, title, "too_many", Map.of(LIMIT, limit));
      case "uniqueItems" -> problem(field, title, "repeated", Map.of());
      case "pattern" -> problem(field, title, "wrong_form", Map.of(ALLOWED, limit));
      case "format" -> format(field, title, limit);
      default -> problem(field, title, "not_allowed", Map.of());
    };
  }

  private SettingsProblem outOfRange(String field, String title) {
    JsonNode around = around();
    var arguments = new TreeMap<String, String>();
    arguments.put(FOUND, error.getInstanceNode().asText());
    if (around.has("minimum") && around.has("maximum")) {
      arguments.put(
          ALLOWED, around.path("minimum").asText() + "–" + around.path("maximum").asText());
      return problem(field, title, "out_of_range", arguments);
    }
    boolean hasMinimum = around.has("minimum");
    arguments.put(LIMIT, around.path(hasMinimum ? "minimum" : "maximum").asText());
    return problem(field, title, hasMinimum ? "too_small" : "too_large", arguments);
  }

  private static SettingsProblem format(String field, String title, String format) {
    return format.equals("uuid")
        ? problem(field, title, "no_image_id", Map.of())
        : problem(field, title, "wrong_form", Map.of(ALLOWED, format));
  }

  private static SettingsProblem problem(
      String field, String title, String code, Map<String, String> arguments) {
    return new SettingsProblem(field, title, code, arguments);
  }

  private JsonNode around() {
    String pointer = error.getSchemaLocation().getFragment().toString();
    return schema.at(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
  }

  /// What the schema calls the setting there; blank where it has no words for it.
  private static String title(JsonNode schema, String pointer) {
    if (pointer.isEmpty()) {
      return "";
    }
    JsonNode setting = schema;
    for (String name : pointer.substring(1).split("/", -1)) {
      JsonNode property = setting.path("properties").path(name);
      setting = property.isMissingNode() ? setting.path("items") : property;
    }
    return setting.path("title").asText();
  }

  private static String list(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private static String names(JsonNode schema) {
    return schema.path("properties").properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }
}
