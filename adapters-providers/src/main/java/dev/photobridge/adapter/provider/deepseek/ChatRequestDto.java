package dev.photobridge.adapter.provider.deepseek;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/// `ChatRequest` of `openapi/providers/deepseek.yaml`, as far as we send it.
record ChatRequestDto(
    String model,
    List<MessageDto> messages,
    @JsonProperty("response_format") TypeDto responseFormat,
    TypeDto thinking,
    @JsonProperty("max_tokens") int maxTokens,
    BigDecimal temperature,
    boolean stream) {
  record MessageDto(String role, String content) {}

  record TypeDto(String type) {}
}
