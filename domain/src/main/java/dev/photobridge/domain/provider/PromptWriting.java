package dev.photobridge.domain.provider;

import dev.photobridge.domain.prompt.PromptTask;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;

/// The language model that puts prompts into better words, as the catalogue describes it. It makes
/// no images.
///
/// @param id such as `deepseek`
/// @param title what operators see
/// @param model what the service calls the model
/// @param timeout how long a rewrite may take, positive
/// @param prices of its tokens; it has none for images
/// @param instructions what the model is told to do, for every task
public record PromptWriting(
    ProviderId id,
    String title,
    String model,
    Duration timeout,
    TokenPrices prices,
    Map<PromptTask, String> instructions) {
  public PromptWriting {
    instructions = Map.copyOf(instructions);
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout_sec must be positive");
    }
    if (!instructions.keySet().containsAll(EnumSet.allOf(PromptTask.class))) {
      throw new IllegalArgumentException("every task needs instructions");
    }
  }

  /// What the model is told to do for this task.
  public String instruction(PromptTask task) {
    return instructions.getOrDefault(task, "");
  }
}
