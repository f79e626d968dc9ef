package dev.photobridge.adapter.provider.local;

import dev.photobridge.domain.job.JobFailure;

/// Ends a drawing that can't be finished.
final class UndrawableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient JobFailure failure;

  UndrawableException(JobFailure failure) {
    super(failure.detail());
    this.failure = failure;
  }

  JobFailure failure() {
    return failure;
  }
}
