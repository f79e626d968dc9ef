package dev.photobridge.fault.provider;

/// How a provider fails in the middle of a call.
public enum ProviderFault {
  /// The connection is cut before anything was answered.
  RESET_BEFORE_HEADERS(true),
  /// Nothing is answered, and the connection stays.
  HANG(true),
  /// The connection is cut in the middle of the image.
  RESET_MID_BODY(true),
  /// The image's Base64 ends too early, in JSON that is whole.
  TRUNCATED_BASE64(true),
  /// 429 with `Retry-After`.
  TOO_MANY_REQUESTS(true),
  /// 500.
  SERVER_ERROR(true),
  /// 503.
  OVERLOADED(true),
  /// 200 with words in place of an image.
  NO_IMAGE(true),
  /// 200 and the refusal of its policy.
  SAFETY_BLOCK(false),
  /// A page of HTML that is called a JPEG.
  HTML_AS_IMAGE(true),
  /// An answer that comes byte by byte and never ends.
  SLOW_DRIP(true),
  /// Hundreds of megabytes of JSON.
  HUGE_ANSWER(true),
  /// The provider goes away for a while: what is open is cut, and no connection comes about.
  UNREACHABLE(true);

  private final boolean repeatable;

  ProviderFault(boolean repeatable) {
    this.repeatable = repeatable;
  }

  /// Whether the same photo may be sent again because of it.
  public boolean isRepeatable() {
    return repeatable;
  }
}
