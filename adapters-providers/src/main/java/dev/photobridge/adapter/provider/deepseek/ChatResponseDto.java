package dev.photobridge.adapter.provider.deepseek;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `ChatResponse` of `openapi/providers/deepseek.yaml`, as far as we read it; everything may be
/// missing.
record ChatResponseDto(@Nullable List<ChoiceDto> choices, @Nullable UsageDto usage) {
  record ChoiceDto(
      @Nullable MessageDto message, @JsonProperty("finish_reason") @Nullable String finishReason) {}

  record MessageDto(@Nullable String content) {}

  record UsageDto(
      @JsonProperty("prompt_tokens") long promptTokens,
      @JsonProperty("completion_tokens") long completionTokens) {}

  /// What the model wrote; empty where it wrote nothing.
  String content() {
    return choice().map(ChoiceDto::message).map(MessageDto::content).map(String::strip).orElse("");
  }

  /// Why it stopped; empty where it does not say.
  String finishReason() {
    return choice().map(ChoiceDto::finishReason).orElse("");
  }

  private Optional<ChoiceDto> choice() {
    return choices == null ? Optional.empty() : choices.stream().findFirst();
  }
}
