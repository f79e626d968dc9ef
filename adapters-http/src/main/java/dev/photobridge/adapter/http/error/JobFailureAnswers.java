package dev.photobridge.adapter.http.error;

import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.openapi.model.ErrorCodeDto;

/// What a client is told about a job without a photo. The failure's detail is for operators and
/// stays here; only its reason leaves.
public final class JobFailureAnswers {
  private JobFailureAnswers() {}

  /// The code, with the reason among the details.
  public static ErrorAnswer of(JobFailure failure) {
    return ErrorAnswer.of(codeOf(failure)).with("reason", failure.reason());
  }

  private static ErrorCodeDto codeOf(JobFailure failure) {
    return switch (failure.kind()) {
      case REFUSED, NO_IMAGE -> ErrorCodeDto.PROVIDER_REFUSED;
      case UNAVAILABLE, CIRCUIT_OPEN -> ErrorCodeDto.PROVIDER_UNAVAILABLE;
      case RATE_LIMITED, QUOTA_EXHAUSTED -> ErrorCodeDto.PROVIDER_QUOTA_EXHAUSTED;
      case COST_CAP_REACHED -> ErrorCodeDto.COST_CAP_REACHED;
      case UNUSABLE_ANSWER, RESULT_LOST -> ErrorCodeDto.PROVIDER_ANSWER_UNUSABLE;
      case KEY_REJECTED -> ErrorCodeDto.PROVIDER_KEY_REJECTED;
      case REQUEST_REJECTED -> ErrorCodeDto.PROVIDER_REJECTED_REQUEST;
      case PHOTO_UNUSABLE -> ErrorCodeDto.PHOTO_UNREADABLE;
      case SLOT_IMAGE_MISSING -> ErrorCodeDto.MEDIA_NOT_USABLE;
      case INTERRUPTED -> ErrorCodeDto.SHUTTING_DOWN;
      case INTERNAL ->
          failure.reason().equals(JobFailure.STORAGE_FULL)
              ? ErrorCodeDto.STORAGE_FULL
              : ErrorCodeDto.INTERNAL_ERROR;
    };
  }
}
