package dev.photobridge.adapter.provider.gemini;

import org.jspecify.annotations.Nullable;

/// `File` of `openapi/providers/gemini.yaml`, as far as we read it.
record FileDto(
    @Nullable String name,
    @Nullable String uri,
    @Nullable String state,
    @Nullable String expirationTime,
    ErrorResponseDto.@Nullable ErrorDto error) {
  /// What starting an upload asks for.
  record NewFileDto(NameDto file) {}

  record NameDto(String displayName) {}

  /// What a finished upload answers with.
  record UploadedDto(@Nullable FileDto file) {}
}
