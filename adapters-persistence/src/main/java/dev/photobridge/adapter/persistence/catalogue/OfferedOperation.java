package dev.photobridge.adapter.persistence.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// An operation as one provider does it: the override laid over the operation.
///
/// @param id of the operation
/// @param provider the provider's element of the catalogue
/// @param definition the merged object, its parameters included
/// @param pointer where an error is reported: the override if there is one, else the operation
record OfferedOperation(String id, JsonNode provider, JsonNode definition, String pointer) {
  static OfferedOperation of(JsonNode catalogue, JsonNode provider, String id) {
    String pointer = "/operations/" + id;
    ObjectNode common = catalogue.at(pointer).deepCopy();
    JsonNode override = common.path("provider_overrides").path(provider.path("id").asText());
    common.remove("provider_overrides");
    return override.isMissingNode()
        ? new OfferedOperation(id, provider, common, pointer)
        : new OfferedOperation(
            id,
            provider,
            MergePatch.apply(common, override),
            pointer + "/provider_overrides/" + provider.path("id").asText());
  }

  /// Every operation that a provider of the catalogue names and the catalogue has.
  static Stream<OfferedOperation> all(JsonNode catalogue) {
    return elements(catalogue.path("providers"))
        .flatMap(
            provider ->
                elements(provider.path("operations"))
                    .map(JsonNode::asText)
                    .filter(catalogue.path("operations")::has)
                    .map(id -> of(catalogue, provider, id)));
  }

  JsonNode schema() {
    return definition.path("settings_schema");
  }

  JsonNode setting(String name) {
    return schema().path("properties").path(name);
  }

  boolean requires(String setting) {
    return elements(schema().path("required")).anyMatch(name -> name.asText().equals(setting));
  }

  /// Whether this setting holds the media id of an image.
  boolean isImage(String setting) {
    return setting(setting).path("format").asText().equals("uuid");
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
