package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.application.port.out.ProviderCall;
import java.util.Optional;

/// The words of a call: the slot's prompt within the operation's template.
final class GeminiPrompt {
  private static final String TEMPLATE = "prompt_template";
  private static final String PLACE = "{prompt}";

  private GeminiPrompt() {}

  /// Empty where neither the slot nor the operation has any words.
  static Optional<String> of(ProviderCall call) {
    String own = call.settings().text("prompt").orElse("");
    String template = call.operation().parameters().getOrDefault(TEMPLATE, PLACE);
    return Optional.of(template.replace(PLACE, own).strip()).filter(prompt -> !prompt.isEmpty());
  }
}
