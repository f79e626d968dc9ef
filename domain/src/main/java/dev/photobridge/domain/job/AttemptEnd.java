package dev.photobridge.domain.job;

import dev.photobridge.domain.provider.Cost;

/// How an attempt ended.
public sealed interface AttemptEnd {
  /// What it was billed, as far as is known.
  Cost cost();

  /// With a processed photo.
  ///
  /// @param tokens that the provider counted; 0 where it counts none
  record Delivered(Cost cost, long tokens) implements AttemptEnd {}

  /// Without one.
  record Failed(JobFailure failure) implements AttemptEnd {
    @Override
    public Cost cost() {
      return failure.cost();
    }
  }

  /// Broken off with its worker: whether the provider did the work, and what it billed, is not
  /// known.
  record Unknown() implements AttemptEnd {
    @Override
    public Cost cost() {
      return Cost.ZERO;
    }
  }
}
