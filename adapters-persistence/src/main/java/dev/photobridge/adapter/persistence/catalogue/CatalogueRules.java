package dev.photobridge.adapter.persistence.catalogue;

import static dev.photobridge.adapter.persistence.catalogue.OfferedOperation.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a JSON Schema can't say about the catalogue: that its parts agree with each other.
final class CatalogueRules {
  private final JsonNode root;
  private final OperationRules operationRules;
  private final List<SchemaFinding> findings = new ArrayList<>();

  private CatalogueRules(JsonNode root, OperationRules operationRules) {
    this.root = root;
    this.operationRules = operationRules;
  }

  /// What is wrong with a catalogue that its schema allows.
  ///
  /// @param settingsSchema checks an operation's merged `settings_schema`
  static List<SchemaFinding> findings(JsonNode root, JsonSchemas.Check settingsSchema) {
    var rules = new CatalogueRules(root, new OperationRules(settingsSchema));
    rules.checkProviders();
    rules.checkOverrides();
    OfferedOperation.all(root)
        .forEach(offered -> rules.findings.addAll(rules.operationRules.findings(offered)));
    return List.copyOf(rules.findings);
  }

  private void checkProviders() {
    var seen = new HashSet<String>();
    for (int i = 0; i < root.path("providers").size(); i++) {
      JsonNode provider = root.path("providers").path(i);
      String pointer = "/providers/" + i;
      String id = provider.path("id").asText();
      if (!seen.add(id)) {
        report(pointer + "/id", "there is another provider with the id " + id);
      }
      checkOperationsExist(provider, pointer);
      checkModels(provider, pointer);
      checkDayZone(provider, pointer);
    }
  }

  private void checkOperationsExist(JsonNode provider, String pointer) {
    for (int i = 0; i < provider.path("operations").size(); i++) {
      String operation = provider.path("operations").path(i).asText();
      if (!root.path("operations").has(operation)) {
        report(
            pointer + "/operations/" + i,
            "there is no operation "
                + operation
                + "; there are: "
                + names(root.path("operations")));
      }
    }
  }

  private void checkModels(JsonNode provider, String pointer) {
    var seen = new HashSet<String>();
    for (int i = 0; i < provider.path("models").size(); i++) {
      String id = provider.path("models").path(i).path("id").asText();
      if (!seen.add(id)) {
        report(pointer + "/models/" + i + "/id", "there is another model with the id " + id);
      }
    }
  }

  private void checkDayZone(JsonNode provider, String pointer) {
    String zone = provider.at("/limits/day_zone").asText("UTC");
    try {
      ZoneId.of(zone);
    } catch (DateTimeException _) {
      report(
          pointer + "/limits/day_zone",
          "there is no time zone " + zone + "; write one such as America/Los_Angeles or UTC");
    }
  }

  private void checkOverrides() {
    root.path("operations")
        .properties()
        .forEach(
            operation -> {
              Set<String> offering = providersOf(operation.getKey());
              operation
                  .getValue()
                  .path("provider_overrides")
                  .fieldNames()
                  .forEachRemaining(
                      provider -> {
                        if (!offering.contains(provider)) {
                          report(
                              "/operations/"
                                  + operation.getKey()
                                  + "/provider_overrides/"
                                  + provider,
                              "no provider "
                                  + provider
                                  + " lists this operation among its operations");
                        }
                      });
            });
  }

  private Set<String> providersOf(String operation) {
    return elements(root.path("providers"))
        .filter(
            provider ->
                elements(provider.path("operations")).anyMatch(id -> id.asText().equals(operation)))
        .map(provider -> provider.path("id").asText())
        .collect(Collectors.toSet());
  }

  private void report(String pointer, String message) {
    findings.add(new SchemaFinding(pointer, message));
  }

  private static String names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return String.join(", ", names);
  }
}
