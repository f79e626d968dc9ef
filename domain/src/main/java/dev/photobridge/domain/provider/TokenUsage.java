package dev.photobridge.domain.provider;

/// The tokens a provider billed for one call.
public record TokenUsage(long input, long textOutput, long imageOutput) {
  /// Nothing billed.
  public static final TokenUsage NONE = new TokenUsage(0, 0, 0);
}
