package dev.photobridge.adapter.provider.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `ImagesResponse` of `openapi/providers/openai-images.yaml`, as far as we read it. Servers
/// differ, so everything may be missing.
record ImagesResponseDto(@Nullable List<ImageDto> data, @Nullable UsageDto usage) {
  /// An image, inline or by its address.
  ///
  /// @param b64Json what stands for the inline image in the answer's text
  record ImageDto(@JsonProperty("b64_json") @Nullable String b64Json, @Nullable String url) {
    boolean isEmpty() {
      return b64Json == null && link().isEmpty();
    }

    Optional<String> link() {
      return Optional.ofNullable(url).filter(text -> !text.isBlank());
    }
  }

  record UsageDto(
      @JsonProperty("input_tokens") long inputTokens,
      @JsonProperty("output_tokens") long outputTokens,
      @JsonProperty("output_tokens_details") @Nullable OutputDetailsDto outputDetails) {}

  record OutputDetailsDto(@JsonProperty("image_tokens") long imageTokens) {}

  /// The image; the first one where a server makes several.
  Optional<ImageDto> image() {
    return data == null
        ? Optional.empty()
        : data.stream().filter(image -> !image.isEmpty()).findFirst();
  }
}
