package dev.photobridge.adapter.http.error;

import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.openapi.model.JobFailureDto;
import org.jspecify.annotations.Nullable;

/// Why there is no photo, for operators: with the detail that others are not told.
public record JobFailureDtos(ErrorMessages messages) {
  /// What is shown of a failure.
  public JobFailureDto of(JobFailure failure, Language language) {
    ErrorAnswer answer = JobFailureAnswers.of(failure);
    return new JobFailureDto(
        answer.code(),
        messages.text(answer, language),
        absentIfBlank(failure.reason()),
        absentIfBlank(failure.detail()));
  }

  private static @Nullable String absentIfBlank(String text) {
    return text.isBlank() ? null : text;
  }
}
