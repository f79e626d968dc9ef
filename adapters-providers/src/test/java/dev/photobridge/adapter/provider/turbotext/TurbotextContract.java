package dev.photobridge.adapter.provider.turbotext;

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
import java.util.Map;

/// `openapi/providers/turbotext.yaml`: what we may send.
final class TurbotextContract {
  private static final Path FILE = Path.of("..", "openapi", "providers", "turbotext.yaml");

  private static final Map<String, String> SCHEMAS =
      Map.of(
          "mix_images", "MixImages",
          "deepfake_photo", "DeepfakePhoto",
          "generate_image2image", "GenerateImage2Image",
          "swap_things", "ReplaceObject",
          "available_api", "AvailableApi");

  private final JsonNode contract;
  private final ObjectMapper json = new ObjectMapper();

  TurbotextContract() {
    try {
      contract = new YAMLMapper().readTree(FILE.toFile());
    } catch (IOException e) {
      throw new AssertionError("the tests run in the module's folder", e);
    }
  }

  /// What is wrong with a form; nothing if all is well.
  List<String> problems(String method, Map<String, String> form) {
    String name = "get_result".equals(form.get("do")) ? "GetResult" : SCHEMAS.get(method);
    if (name == null) {
      return List.of("no such method: " + method);
    }
    ObjectNode schema = json.createObjectNode();
    schema.put("$ref", "#/components/schemas/" + name);
    schema.set("components", contract.get("components"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema)
        .validate(json.valueToTree(form))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
