package dev.photobridge.adapter.http.page.slot.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Every operation of `configs/providers.json`, with its schema as the catalogue has it for the
/// provider.
///
/// @param schema with annotations in both languages
public record ShippedOperations(String provider, String operation, Map<String, Object> schema) {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final JsonMapper JSON = new JsonMapper();

  public static List<ShippedOperations> all() {
    try {
      JsonNode catalogue = JSON.readTree(Path.of("..", "configs", "providers.json").toFile());
      var all = new ArrayList<ShippedOperations>();
      for (JsonNode provider : catalogue.path("providers")) {
        for (JsonNode operation : provider.path("operations")) {
          String id = provider.path("id").asText();
          JsonNode common = catalogue.path("operations").path(operation.asText());
          JsonNode schema =
              merged(
                  common.path("settings_schema"),
                  common.path("provider_overrides").path(id).path("settings_schema"));
          all.add(new ShippedOperations(id, operation.asText(), JSON.convertValue(schema, OBJECT)));
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode merged(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch.isMissingNode() ? target : patch;
    }
    var result = JSON.createObjectNode();
    target.properties().forEach(entry -> result.set(entry.getKey(), entry.getValue()));
    patch
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isNull()) {
                result.remove(entry.getKey());
              } else {
                result.set(entry.getKey(), merged(target.path(entry.getKey()), entry.getValue()));
              }
            });
    return result;
  }

  @Override
  public String toString() {
    return provider + "/" + operation;
  }
}
