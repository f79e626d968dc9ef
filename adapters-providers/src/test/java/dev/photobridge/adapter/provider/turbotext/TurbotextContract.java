package dev.photobridge.adapter.provider.turbotext;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.photobridge.adapter.provider.testing.ProviderContract;
import java.util.List;
import java.util.Map;

/// `openapi/providers/turbotext.yaml`: what we may send.
final class TurbotextContract {
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "mix_images", "MixImages",
          "deepfake_photo", "DeepfakePhoto",
          "generate_image2image", "GenerateImage2Image",
          "swap_things", "ReplaceObject",
          "available_api", "AvailableApi");

  private final ProviderContract contract = new ProviderContract("turbotext.yaml");
  private final ObjectMapper json = new ObjectMapper();

  /// What is wrong with a form; nothing if all is well.
  List<String> problems(String method, Map<String, String> form) {
    String name = "get_result".equals(form.get("do")) ? "GetResult" : SCHEMAS.get(method);
    if (name == null) {
      return List.of("no such method: " + method);
    }
    return contract.problems(name, json.valueToTree(form));
  }
}
