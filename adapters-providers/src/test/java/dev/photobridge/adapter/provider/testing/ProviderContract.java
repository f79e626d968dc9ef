package dev.photobridge.adapter.provider.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A contract in `openapi/providers`: what we may send and have to expect.
public final class ProviderContract {
  private final JsonNode contract;
  private final ObjectMapper json = new ObjectMapper();

  /// @param name of its file, such as `deepseek.yaml`
  public ProviderContract(String name) {
    try {
      contract = new YAMLMapper().readTree(Path.of("..", "openapi", "providers", name).toFile());
    } catch (IOException e) {
      throw new AssertionError("the tests run in the module's folder", e);
    }
  }

  /// What is wrong with a document; nothing if all is well.
  public List<String> problems(String schema, byte[] document) {
    try {
      return problems(schema, json.readTree(document));
    } catch (IOException e) {
      return List.of("not JSON: " + e.getMessage());
    }
  }

  /// What is wrong with a document; nothing if all is well.
  ///
  /// @param schema by its name in the contract
  public List<String> problems(String schema, JsonNode document) {
    return problems(
        json.createObjectNode().put("$ref", "#/components/schemas/" + schema), document);
  }

  /// What is wrong with a value; nothing if all is well.
  ///
  /// @param schema as it stands in the contract
  public List<String> problems(ObjectNode schema, JsonNode value) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", contract.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole)
        .validate(value)
        .stream()
        .map(Error::toString)
        .toList();
  }

  /// The paths of the contract with their operations.
  public JsonNode paths() {
    return contract.get("paths");
  }
}
