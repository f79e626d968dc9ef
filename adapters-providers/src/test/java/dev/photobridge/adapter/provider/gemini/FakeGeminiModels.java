package dev.photobridge.adapter.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What models refuse beyond the contract: fields that the model does not know, images of another
/// type than is said, too many of them, files that are not there.
final class FakeGeminiModels {
  private static final int MOST_IMAGES = 14;
  private static final Map<String, List<String>> SIZES =
      Map.of(
          "gemini-nano-banana-2.1", List.of("1K", "2K", "4K"),
          "gemini-3-pro-image", List.of("1K", "2K", "4K"));
  private static final Map<String, List<String>> THINKING =
      Map.of(
          "gemini-nano-banana-2.1", List.of("MINIMAL", "MEDIUM", "HIGH"),
          "gemini-3.1-flash-lite-image", List.of("MINIMAL", "HIGH"));

  private final ObjectMapper json = new ObjectMapper();
  private final FakeGeminiFiles files;

  FakeGeminiModels(FakeGeminiFiles files) {
    this.files = files;
  }

  List<String> problemsOf(Request request) {
    String model = request.getUrl().replaceAll(".*/models/|:generateContent", "");
    JsonNode body = body(request);
    var problems = new ArrayList<String>();
    JsonNode config = body.path("generationConfig");
    refuse(config.at("/imageConfig/imageSize"), SIZES.getOrDefault(model, List.of()), problems);
    refuse(
        config.at("/thinkingConfig/thinkingLevel"),
        THINKING.getOrDefault(model, List.of()),
        problems);
    List<JsonNode> images = parts(body).filter(part -> !part.has("text")).toList();
    if (images.size() > MOST_IMAGES) {
      problems.add("more than 14 images");
    }
    images.stream().filter(part -> part.has("inlineData")).forEach(part -> check(part, problems));
    return problems;
  }

  /// How a call is answered that names a file which is not there, or not this key's.
  Optional<ResponseDefinitionBuilder> missingFile(Request request) {
    if (!request.getUrl().endsWith(":generateContent")) {
      return Optional.empty();
    }
    return parts(body(request))
        .map(part -> part.at("/fileData/fileUri").asText(""))
        .filter(uri -> !uri.isEmpty() && !files.has(uri, request.getHeader("x-goog-api-key")))
        .map(uri -> uri.substring(uri.lastIndexOf('/') + 1))
        .map(
            id ->
                FakeGemini.error(
                    403,
                    "PERMISSION_DENIED",
                    "You do not have permission to access the File "
                        + id
                        + " or it may not exist."))
        .findFirst();
  }

  private static void refuse(JsonNode value, List<String> known, List<String> problems) {
    if (!value.isMissingNode() && !known.contains(value.asText())) {
      problems.add("the model does not take " + value);
    }
  }

  private static void check(JsonNode part, List<String> problems) {
    JsonNode image = part.get("inlineData");
    try {
      String type = FakeGeminiFiles.typeOf(image.get("data").binaryValue());
      if (!type.equals(image.get("mimeType").asText())) {
        problems.add("an image is " + type + ", not " + image.get("mimeType").asText());
      }
    } catch (IOException e) {
      problems.add("an image is not Base64");
    }
  }

  private static Stream<JsonNode> parts(JsonNode body) {
    return StreamSupport.stream(body.at("/contents/0/parts").spliterator(), false);
  }

  private JsonNode body(Request request) {
    try {
      return json.readTree(request.getBody());
    } catch (IOException e) {
      throw new AssertionError("checked before", e);
    }
  }
}
