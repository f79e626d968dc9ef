package dev.photobridge.adapter.provider.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `openapi/providers/openai-images.yaml`, held against whole requests.
///
/// @param key that requests must have; null where they must have none
/// @param schemas what the contract calls the bodies of edits and generations
public record OpenAiContract(@Nullable String key, Map<String, String> schemas) {
  private static final ProviderContract FILE = new ProviderContract("openai-images.yaml");
  private static final String EDITS = "/v1/images/edits";
  private static final String GENERATIONS = "/v1/images/generations";

  /// What OpenAI itself takes.
  public static OpenAiContract openAi(String key) {
    return new OpenAiContract(key, Map.of(EDITS, "EditForm", GENERATIONS, "GenerationRequest"));
  }

  /// What a server of one's own takes that asks for no key.
  public static OpenAiContract ownServer() {
    return new OpenAiContract(
        null, Map.of(EDITS, "OwnServerEditForm", GENERATIONS, "OwnServerGenerationRequest"));
  }

  /// What is wrong with a request; nothing if all is well.
  public List<String> problems(Request request) {
    var problems = new ArrayList<String>();
    checkKey(request, problems);
    switch (request.getMethod().getName() + " " + request.getUrl()) {
      case "GET /v1/models" -> {}
      case "POST " + EDITS -> checkForm(request, problems);
      case "POST " + GENERATIONS -> checkJson(request, problems);
      default -> problems.add("no such path: " + request.getUrl());
    }
    return problems;
  }

  private void checkKey(Request request, List<String> problems) {
    String sent = request.getHeader("Authorization");
    if (key == null ? sent != null : !("Bearer " + key).equals(sent)) {
      problems.add("wrong Authorization");
    }
  }

  private void checkForm(Request request, List<String> problems) {
    if (!request.isMultipart()) {
      problems.add("no multipart/form-data");
      return;
    }
    if (request.getHeader("Content-Length") == null) {
      problems.add("no Content-Length");
    }
    ObjectNode form = new ObjectMapper().createObjectNode();
    for (Request.Part part : request.getParts()) {
      if (part.getFileName() == null) {
        checkOnce(form, part, problems);
      } else {
        checkFile(part, problems);
        form.withArray("/" + part.getName()).add("a file");
      }
    }
    problems.addAll(FILE.problems(schemas.getOrDefault(EDITS, ""), form));
  }

  private static void checkOnce(ObjectNode form, Request.Part part, List<String> problems) {
    if (form.has(part.getName())) {
      problems.add(part.getName() + " is there twice");
    }
    form.put(part.getName(), part.getBody().asString());
  }

  private static void checkFile(Request.Part part, List<String> problems) {
    byte[] bytes = part.getBody().asBytes();
    String type = part.getHeader("Content-Type").firstValue();
    boolean fits =
        switch (type) {
          case "image/jpeg" -> begins(bytes, "\u00ff\u00d8\u00ff");
          case "image/png" -> begins(bytes, "\u0089PNG\r\n");
          case "image/webp" -> begins(bytes, "RIFF");
          default -> false;
        };
    if (!fits) {
      problems.add(part.getFileName() + " is no " + type + " that is taken");
    }
  }

  private static boolean begins(byte[] bytes, String magic) {
    return new String(bytes, 0, Math.min(16, bytes.length), ISO_8859_1).startsWith(magic);
  }

  private void checkJson(Request request, List<String> problems) {
    if (!"application/json".equals(request.getHeader("Content-Type"))) {
      problems.add("no application/json");
    }
    problems.addAll(FILE.problems(schemas.getOrDefault(GENERATIONS, ""), request.getBody()));
  }
}
