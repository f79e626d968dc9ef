package dev.photobridge.domain.provider;

/// The tokens a provider billed for one call.
public record TokenUsage(long input, long textOutput, long imageOutput) {
  /// Nothing billed.
  public static final TokenUsage NONE = new TokenUsage(0, 0, 0);

  public TokenUsage {
    if (input < 0 || textOutput < 0 || imageOutput < 0) {
      throw new IllegalArgumentException("tokens can't be fewer than none");
    }
  }

  /// All of them.
  public long total() {
    return Math.addExact(input, Math.addExact(textOutput, imageOutput));
  }
}
