package dev.photobridge.adapter.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// `openapi/providers/gemini.yaml`: what we may send and have to expect.
final class GeminiContract {
  private static final Path FILE = Path.of("..", "openapi", "providers", "gemini.yaml");

  private final JsonNode contract;
  private final ObjectMapper json = new ObjectMapper();

  GeminiContract() {
    try {
      contract = new YAMLMapper().readTree(FILE.toFile());
    } catch (IOException e) {
      throw new AssertionError("the tests run in the module's folder", e);
    }
  }

  /// What is wrong with a request's body; nothing if all is well.
  List<String> problemsOfRequest(byte[] body) {
    return problems("GenerateContentRequest", body);
  }

  /// What is wrong with an answer's body; nothing if all is well.
  List<String> problemsOfAnswer(int status, byte[] body) {
    return problems(status == 200 ? "GenerateContentResponse" : "ErrorResponse", body);
  }

  private List<String> problems(String schema, byte[] body) {
    try {
      return schema(schema).validate(json.readTree(body)).stream().map(Error::toString).toList();
    } catch (IOException e) {
      return List.of("not JSON: " + e.getMessage());
    }
  }

  private Schema schema(String name) {
    ObjectNode schema = json.createObjectNode();
    schema.put("$ref", "#/components/schemas/" + name);
    schema.set("components", contract.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }
}
