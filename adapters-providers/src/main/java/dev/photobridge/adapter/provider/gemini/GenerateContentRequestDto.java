package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.InlineImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GenerateContentRequest` of `openapi/providers/gemini.yaml`, as far as we send it. What is null
/// is left out.
record GenerateContentRequestDto(List<ContentDto> contents, GenerationConfigDto generationConfig) {
  record ContentDto(String role, List<PartDto> parts) {}

  record PartDto(@Nullable String text, @Nullable InlineDataDto inlineData) {
    static PartDto of(String text) {
      return new PartDto(text, null);
    }

    static PartDto of(InlineDataDto image) {
      return new PartDto(null, image);
    }
  }

  record InlineDataDto(String mimeType, InlineImage data) {}

  record GenerationConfigDto(
      List<String> responseModalities,
      @Nullable Integer seed,
      @Nullable ImageConfigDto imageConfig) {}

  record ImageConfigDto(@Nullable String aspectRatio, @Nullable String imageSize) {}
}
