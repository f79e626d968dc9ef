package dev.photobridge.adapter.persistence.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
    return finding.problem(field, setting(schema, pointer));
  }

  private SettingsProblem problem(String field, JsonNode setting) {
    JsonNode wanted = error.getSchemaNode();
    String limit = wanted.asText();
    return switch (error.getKeyword()) {
      case "required" -> problem(field, setting, "missing", Map.of());
      case "additionalProperties" ->
          problem(field, setting, "unknown", Map.of(ALLOWED, names(around())));
      case "type" -> problem(field, setting, "not_" + limit, Map.of());
      case "enum" -> problem(field, setting, "not_among", Map.of(ALLOWED, list(wanted)));
      case "const" -> problem(field, setting, "not_among", Map.of(ALLOWED, limit));
      case "minimum", "maximum" -> outOfRange(field, setting);
      case "minLength" -> problem(field, setting, "too_short", Map.of(LIMIT, limit));
      case "maxLength" -> problem(field, setting, "too_long", Map.of(LIMIT, limit));
      case "minItems", "minProperties" -> problem(field, setting, "too_few", Map.of(LIMIT, limit));
      case "maxItems", "maxProperties" -> problem(field, setting, "too_many", Map.of(LIMIT, limit));
      case "uniqueItems" -> problem(field, setting, "repeated", Map.of());
      case "pattern" -> problem(field, setting, "wrong_form", Map.of(ALLOWED, limit));
      case "format" -> format(field, setting, limit);
      default -> problem(field, setting, "not_allowed", Map.of());
    };
  }

  private SettingsProblem outOfRange(String field, JsonNode setting) {
    JsonNode around = around();
    var arguments = new TreeMap<String, String>();
    arguments.put(FOUND, error.getInstanceNode().asText());
    if (around.has("minimum") && around.has("maximum")) {
      arguments.put(
          ALLOWED, around.path("minimum").asText() + "–" + around.path("maximum").asText());
      return problem(field, setting, "out_of_range", arguments);
    }
    boolean hasMinimum = around.has("minimum");
    arguments.put(LIMIT, around.path(hasMinimum ? "minimum" : "maximum").asText());
    return problem(field, setting, hasMinimum ? "too_small" : "too_large", arguments);
  }

  private static SettingsProblem format(String field, JsonNode setting, String format) {
    return format.equals("uuid")
        ? problem(field, setting, "no_image_id", Map.of())
        : problem(field, setting, "wrong_form", Map.of(ALLOWED, format));
  }

  private static SettingsProblem problem(
      String field, JsonNode setting, String code, Map<String, String> arguments) {
    String title = setting.path("title").asText();
    String english = setting.path("x-en").path("title").asText(title);
    return new SettingsProblem(field, title, english, code, arguments);
  }

  private JsonNode around() {
    String pointer = error.getSchemaLocation().getFragment().toString();
    return schema.at(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
  }

  /// The setting there; missing where the schema does not know it.
  private static JsonNode setting(JsonNode schema, String pointer) {
    if (pointer.isEmpty()) {
      return MissingNode.getInstance();
    }
    JsonNode setting = schema;
    for (String name : pointer.substring(1).split("/", -1)) {
      JsonNode property = setting.path("properties").path(name);
      setting = property.isMissingNode() ? setting.path("items") : property;
    }
    return setting;
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
