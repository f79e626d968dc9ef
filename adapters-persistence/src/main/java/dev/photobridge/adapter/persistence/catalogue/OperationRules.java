package dev.photobridge.adapter.persistence.catalogue;

import static dev.photobridge.adapter.persistence.catalogue.OfferedOperation.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What an operation has to be once a provider's override is laid over it.
final class OperationRules {
  private final JsonSchemas.Check settingsSchema;

  OperationRules(JsonSchemas.Check settingsSchema) {
    this.settingsSchema = settingsSchema;
  }

  List<SchemaFinding> findings(OfferedOperation operation) {
    List<SchemaFinding> bySchema =
        settingsSchema.findings(operation.schema()).stream()
            .map(
                finding ->
                    new SchemaFinding(
                        operation.pointer() + "/settings_schema" + finding.pointer(),
                        finding.message()))
            .toList();
    return bySchema.isEmpty() ? new Findings(operation).all() : bySchema;
  }

  /// Collects what is wrong with one operation whose settings_schema is well-formed.
  private static final class Findings {
    private final OfferedOperation operation;
    private final List<SchemaFinding> found = new ArrayList<>();

    Findings(OfferedOperation operation) {
      this.operation = operation;
    }

    List<SchemaFinding> all() {
      checkRequired();
      checkMediaParts();
      checkModels();
      checkDefaults("/settings_schema", operation.schema());
      checkLabels("/settings_schema", operation.schema());
      return found;
    }

    private void checkRequired() {
      Set<String> bySchema = texts(operation.schema().path("required"));
      for (String name : bySchema) {
        if (operation.setting(name).isMissingNode()) {
          report("/settings_schema/required", "requires " + name + ", which is no setting here");
        }
      }
      if (!bySchema.equals(texts(operation.definition().path("required_settings")))) {
        report(
            "/required_settings",
            "must name the same settings as the settings_schema requires: " + sorted(bySchema));
      }
    }

    private void checkMediaParts() {
      var seen = new HashSet<String>();
      int guestPhotos = 0;
      JsonNode parts = operation.definition().path("media_parts");
      for (int i = 0; i < parts.size(); i++) {
        JsonNode part = parts.path(i);
        String pointer = "/media_parts/" + i;
        if (!seen.add(part.path("id").asText())) {
          report(pointer + "/id", "there is another image with this id");
        }
        if (part.path("from").asText().equals("slot_settings")) {
          checkSlotImage(part, pointer);
        } else if (++guestPhotos > 1) {
          report(pointer + "/from", "there is only one guest's photo in a call");
        }
      }
    }

    private void checkSlotImage(JsonNode part, String pointer) {
      String setting = part.path("id").asText();
      if (!operation.isImage(setting)) {
        report(pointer + "/id", setting + " is no setting of type string and format uuid");
      } else if (part.path("required").asBoolean(true) && !operation.requires(setting)) {
        report(
            pointer + "/required",
            "the settings_schema does not require " + setting + ": say \"required\": false here");
      }
    }

    private void checkModels() {
      Set<String> known =
          elements(operation.provider().path("models"))
              .map(model -> model.path("id").asText())
              .collect(Collectors.toSet());
      for (String model : texts(operation.setting("model").path("enum"))) {
        if (!known.contains(model)) {
          report(
              "/settings_schema/properties/model/enum",
              model + " is no model of this provider; there are: " + sorted(known));
        }
      }
    }

    private void checkDefaults(String pointer, JsonNode schema) {
      schema
          .path("properties")
          .properties()
          .forEach(
              setting -> {
                String at = pointer + "/properties/" + setting.getKey();
                JsonNode preset = setting.getValue().path("default");
                if (!preset.isMissingNode()) {
                  JsonSchemas.compile(setting.getValue())
                      .findings(preset)
                      .forEach(finding -> report(at + "/default", finding.message()));
                }
                checkDefaults(at, setting.getValue());
              });
    }

    private void checkLabels(String pointer, JsonNode schema) {
      schema
          .path("properties")
          .properties()
          .forEach(
              setting -> {
                String at = pointer + "/properties/" + setting.getKey();
                Set<String> values = texts(setting.getValue().path("enum"));
                setting
                    .getValue()
                    .path("x-labels")
                    .properties()
                    .forEach(
                        language ->
                            checkLabels(
                                at + "/x-labels/" + language.getKey(),
                                values,
                                language.getValue()));
                checkLabels(at, setting.getValue());
              });
    }

    private void checkLabels(String pointer, Set<String> values, JsonNode labels) {
      var labelled = new HashSet<String>();
      labels.fieldNames().forEachRemaining(labelled::add);
      if (!labelled.equals(values)) {
        report(pointer, "must have a label for each of: " + sorted(values));
      }
    }

    private void report(String pointer, String message) {
      found.add(new SchemaFinding(operation.pointer() + pointer, message));
    }

    private static Set<String> texts(JsonNode array) {
      return elements(array).map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static String sorted(Set<String> names) {
      return names.stream().sorted().collect(Collectors.joining(", "));
    }
  }
}
