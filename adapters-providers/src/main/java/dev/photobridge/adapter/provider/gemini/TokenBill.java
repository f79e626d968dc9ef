package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.gemini.GenerateContentResponseDto.ModalityTokensDto;
import dev.photobridge.adapter.provider.gemini.GenerateContentResponseDto.UsageMetadataDto;
import dev.photobridge.domain.provider.TokenUsage;
import java.util.List;

/// Reads what a call is billed for. Thoughts cost as much as text; drafts of images among them cost
/// nothing.
final class TokenBill {
  /// No answer comes near it; keeps nonsense from overflowing.
  private static final long MOST_TOKENS = 1_000_000_000;

  private TokenBill() {}

  /// @param withImage whether there was an image, which decides what tokens are when the service
  ///   doesn't split them
  static TokenUsage of(UsageMetadataDto usage, boolean withImage) {
    long output = bounded(usage.candidatesTokenCount());
    List<ModalityTokensDto> details = usage.candidatesTokensDetails();
    long image = details == null ? (withImage ? output : 0) : imageTokens(details);
    long text = Math.max(0, output - image) + bounded(usage.thoughtsTokenCount());
    return new TokenUsage(bounded(usage.promptTokenCount()), text, image);
  }

  private static long imageTokens(List<ModalityTokensDto> details) {
    return details.stream()
        .filter(tokens -> "IMAGE".equals(tokens.modality()))
        .mapToLong(tokens -> bounded(tokens.tokenCount()))
        .sum();
  }

  private static long bounded(long tokens) {
    return Math.clamp(tokens, 0, MOST_TOKENS);
  }
}
