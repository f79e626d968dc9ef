package dev.photobridge.adapter.provider.http;

/// How much of a provider's answer is taken; whatever is beyond breaks the exchange off.
///
/// @param maxBytes of the whole answer
/// @param maxTextBytes of what is not an image, long strings counted only to the length to which
///   they are kept; this much is held in memory
/// @param maxErrorBytes of an error's description; the rest is left unread
/// @param maxImages images in one answer, drafts included
public record AnswerLimits(long maxBytes, int maxTextBytes, int maxErrorBytes, int maxImages) {
  /// Room for several 4K images.
  public static final AnswerLimits DEFAULT = new AnswerLimits(64L << 20, 1 << 20, 64 << 10, 16);

  public AnswerLimits {
    if (maxBytes < 1 || maxTextBytes < 1 || maxErrorBytes < 1 || maxImages < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /// These limits with another one for the whole answer.
  public AnswerLimits withMaxBytes(long bytes) {
    return new AnswerLimits(bytes, maxTextBytes, maxErrorBytes, maxImages);
  }
}
