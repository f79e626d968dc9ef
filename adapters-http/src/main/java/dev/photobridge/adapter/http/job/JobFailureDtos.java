package dev.photobridge.adapter.http.job;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.error.JobFailureAnswers;
import dev.photobridge.adapter.http.error.Language;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.openapi.model.JobFailureDto;
import org.jspecify.annotations.Nullable;

/// Why there is no photo, between the domain and the wire.
record JobFailureDtos(ErrorMessages messages) {
  JobFailureDto of(JobFailure failure, Language language) {
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
