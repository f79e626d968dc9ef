package dev.photobridge.adapter.provider.gemini;

import java.util.List;
import java.util.Map;

/// What the catalogue says about speaking with the service: `providers[].parameters`.
///
/// @param inlineLimit `inline_limit_mb`: a longer request, in bytes, is refused, so images are
///   uploaded beforehand until it fits
/// @param uploadTemplates `upload_templates`: whether the slot's own images are uploaded once and
///   named from then on, instead of being sent with every call
/// @param safetyThreshold `safety_threshold`, from which on the service blocks content; empty: its
///   own choice
public record GeminiParameters(long inlineLimit, boolean uploadTemplates, String safetyThreshold) {
  private static final long MEGABYTE = 1_000_000;
  private static final List<String> CATEGORIES =
      List.of(
          "HARM_CATEGORY_HARASSMENT",
          "HARM_CATEGORY_HATE_SPEECH",
          "HARM_CATEGORY_SEXUALLY_EXPLICIT",
          "HARM_CATEGORY_DANGEROUS_CONTENT");
  private static final List<String> THRESHOLDS =
      List.of(
          "OFF", "BLOCK_NONE", "BLOCK_ONLY_HIGH", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_LOW_AND_ABOVE");

  /// Reads them; what is absent has its default.
  ///
  /// @throws IllegalArgumentException when one is wrong; the message says which, for operators
  public static GeminiParameters of(Map<String, String> parameters) {
    return new GeminiParameters(
        MEGABYTE * megabytes(parameters.getOrDefault("inline_limit_mb", "100")),
        oneOf("upload_templates", List.of("true", "false"), parameters, "true").equals("true"),
        oneOf("safety_threshold", THRESHOLDS, parameters, ""));
  }

  /// The settings to send; none where the service chooses.
  List<GenerateContentRequestDto.SafetySettingDto> safetySettings() {
    return safetyThreshold.isEmpty()
        ? List.of()
        : CATEGORIES.stream()
            .map(name -> new GenerateContentRequestDto.SafetySettingDto(name, safetyThreshold))
            .toList();
  }

  private static int megabytes(String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw wrong("inline_limit_mb", "a whole number of megabytes from 1 to 9999");
    }
    return Integer.parseInt(text);
  }

  private static String oneOf(
      String name, List<String> allowed, Map<String, String> parameters, String otherwise) {
    String value = parameters.get(name);
    if (value != null && !allowed.contains(value)) {
      throw wrong(name, "one of " + String.join(", ", allowed));
    }
    return value == null ? otherwise : value;
  }

  private static IllegalArgumentException wrong(String name, String allowed) {
    return new IllegalArgumentException(
        "the catalogue's parameter %s of gemini must be %s".formatted(name, allowed));
  }
}
