package dev.photobridge.adapter.provider.gemini;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GenerateContentResponse` of `openapi/providers/gemini.yaml`, as far as we read it. The service
/// leaves out what is zero or empty, so everything may be missing.
record GenerateContentResponseDto(
    @Nullable List<CandidateDto> candidates,
    @Nullable PromptFeedbackDto promptFeedback,
    @Nullable UsageMetadataDto usageMetadata,
    @Nullable String modelVersion,
    @Nullable String responseId,
    @Nullable ModelStatusDto modelStatus) {
  record CandidateDto(
      @Nullable String finishReason, @Nullable String finishMessage, @Nullable ContentDto content) {
    /// Its parts; none where there is no content.
    List<PartDto> parts() {
      return content == null ? List.of() : listed(content.parts());
    }
  }

  record ContentDto(@Nullable List<PartDto> parts) {}

  record PartDto(
      @Nullable String text, @Nullable Boolean thought, @Nullable InlineDataDto inlineData) {
    boolean isThought() {
      return Boolean.TRUE.equals(thought);
    }
  }

  /// The declared type of the image is often wrong and not read.
  ///
  /// @param data what stands for the image in the answer's text
  record InlineDataDto(@Nullable String data) {}

  record PromptFeedbackDto(@Nullable String blockReason, @Nullable String blockReasonMessage) {}

  record UsageMetadataDto(
      long promptTokenCount,
      long candidatesTokenCount,
      long thoughtsTokenCount,
      @Nullable List<ModalityTokensDto> candidatesTokensDetails) {}

  record ModalityTokensDto(@Nullable String modality, long tokenCount) {}

  record ModelStatusDto(
      @Nullable String modelStage, @Nullable String retirementTime, @Nullable String message) {}

  /// The parts of all candidates in their order.
  List<PartDto> parts() {
    return all().stream().flatMap(candidate -> candidate.parts().stream()).toList();
  }

  /// The candidates; we ask for one.
  List<CandidateDto> all() {
    return listed(candidates);
  }

  private static <T> List<T> listed(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
