package dev.photobridge.adapter.provider.gemini;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `ErrorResponse` of `openapi/providers/gemini.yaml`. Gateways in between answer with less, so
/// everything may be missing.
record ErrorResponseDto(@Nullable ErrorDto error) {
  /// An error about which nothing was said.
  static final ErrorDto SILENT = new ErrorDto(null, null, null);

  record ErrorDto(
      @Nullable String message, @Nullable String status, @Nullable List<DetailDto> details) {
    List<DetailDto> allDetails() {
      return details == null ? List.of() : details;
    }
  }

  /// One of several kinds of `google.rpc` details; the fields of the others are missing.
  record DetailDto(
      @Nullable String retryDelay,
      @Nullable String reason,
      @Nullable List<ViolationDto> violations) {
    List<ViolationDto> allViolations() {
      return violations == null ? List.of() : violations;
    }
  }

  record ViolationDto(@Nullable String quotaId, @Nullable String quotaValue) {}
}
