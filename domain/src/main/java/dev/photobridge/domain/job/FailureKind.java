package dev.photobridge.domain.job;

/// Classes of reasons for which a job brings no photo.
public enum FailureKind {
  /// The provider's policy refuses the photo or the prompt; the same call would be refused again.
  REFUSED(false),
  /// The provider can't be reached, is overloaded or broke off.
  UNAVAILABLE(true),
  /// No call was made: the provider could not be reached lately and is left alone for a while.
  CIRCUIT_OPEN(false),
  /// Too many calls for now.
  RATE_LIMITED(true),
  /// A quota or the credit is used up; calling again soon is of no use.
  QUOTA_EXHAUSTED(false),
  /// The provider answered without a picture, though nothing was refused.
  NO_IMAGE(true),
  /// The provider's answer can't be used: not an image, too large, broken.
  UNUSABLE_ANSWER(true),
  /// The call was made, or may have been, and may be billed, but its result can't be had: nobody
  /// knows what became of it, or the result lies where it can't be fetched. The same call is not
  /// made again by itself, so that nothing is paid for twice.
  RESULT_LOST(false),
  /// The key is missing, wrong or not allowed to do this.
  KEY_REJECTED(false),
  /// The provider does not accept the request: a setting, the model, the region.
  REQUEST_REJECTED(false),
  /// No call was made: the slot, or all providers together, have cost what they may cost for now.
  COST_CAP_REACHED(false),
  /// The photo can't be decoded or prepared.
  PHOTO_UNUSABLE(false),
  /// An image that the slot needs is not there any more.
  SLOT_IMAGE_MISSING(false),
  /// The server stopped while the job was open and its queue was not durable.
  INTERRUPTED(false),
  /// Our own machinery broke.
  INTERNAL(false);

  private final boolean retryable;

  FailureKind(boolean retryable) {
    this.retryable = retryable;
  }

  /// Whether another attempt may bring a photo.
  public boolean isRetryable() {
    return retryable;
  }
}
