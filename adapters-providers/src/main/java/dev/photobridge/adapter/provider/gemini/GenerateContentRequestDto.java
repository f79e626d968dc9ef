package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.InlineImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GenerateContentRequest` of `openapi/providers/gemini.yaml`, as far as we send it. What is null
/// is left out.
record GenerateContentRequestDto(
    List<ContentDto> contents,
    GenerationConfigDto generationConfig,
    @Nullable List<SafetySettingDto> safetySettings) {
  record ContentDto(String role, List<PartDto> parts) {}

  record PartDto(
      @Nullable String text, @Nullable InlineDataDto inlineData, @Nullable FileDataDto fileData) {
    static PartDto of(String text) {
      return new PartDto(text, null, null);
    }

    static PartDto of(InlineDataDto image) {
      return new PartDto(null, image, null);
    }

    static PartDto of(FileDataDto image) {
      return new PartDto(null, null, image);
    }
  }

  record InlineDataDto(String mimeType, InlineImage data) {}

  record FileDataDto(String mimeType, String fileUri) {}

  record GenerationConfigDto(
      List<String> responseModalities,
      @Nullable Integer seed,
      ImageConfigDto imageConfig,
      @Nullable ThinkingConfigDto thinkingConfig) {}

  record ImageConfigDto(String aspectRatio, @Nullable String imageSize) {}

  record ThinkingConfigDto(String thinkingLevel) {}

  record SafetySettingDto(String category, String threshold) {}
}
