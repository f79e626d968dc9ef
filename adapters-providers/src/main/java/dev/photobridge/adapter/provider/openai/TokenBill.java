package dev.photobridge.adapter.provider.openai;

import dev.photobridge.adapter.provider.openai.ImagesResponseDto.OutputDetailsDto;
import dev.photobridge.adapter.provider.openai.ImagesResponseDto.UsageDto;
import dev.photobridge.domain.provider.TokenUsage;

/// Reads what a call is billed for. Words and images of the input are not told apart: the catalogue
/// has the dearer of their two prices, and a prompt is a small part of an input.
final class TokenBill {
  /// No answer comes near it; keeps nonsense from overflowing.
  private static final long MOST_TOKENS = 1_000_000_000;

  private TokenBill() {}

  static TokenUsage of(UsageDto usage) {
    long output = bounded(usage.outputTokens());
    OutputDetailsDto details = usage.outputDetails();
    long image = details == null ? output : Math.min(output, bounded(details.imageTokens()));
    return new TokenUsage(bounded(usage.inputTokens()), output - image, image);
  }

  private static long bounded(long tokens) {
    return Math.clamp(tokens, 0, MOST_TOKENS);
  }
}
