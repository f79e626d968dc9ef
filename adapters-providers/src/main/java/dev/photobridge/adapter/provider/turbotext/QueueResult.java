package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.net.URI;
import java.util.Optional;

/// What an answer to `get_result`, or a report in its form, says about a call that was accepted.
sealed interface QueueResult {
  /// The image is there.
  record Done(URI image) implements QueueResult {}

  /// Ask again later.
  record NotYet() implements QueueResult {}

  /// There will be no image.
  record Failed(JobFailure failure) implements QueueResult {}

  /// It makes no sense; another answer may.
  record Nonsense(JobFailure failure) implements QueueResult {}

  /// Reads it.
  static QueueResult of(TurbotextAnswer answer, TurbotextAddress address, ErrorWords words) {
    if (answer.asksToComeAgain()) {
      return new NotYet();
    }
    if (answer.isForbidden()) {
      return new Failed(words.failure("forbidden_content"));
    }
    Optional<String> image = answer.image();
    if (image.isPresent()) {
      return address
          .result(image.get())
          .<QueueResult>map(Done::new)
          .orElseGet(
              () -> lost("RESULT_ADDRESS_INVALID", "the result has no usable address", answer));
    }
    Optional<String> error = answer.error();
    if (error.isPresent()) {
      return new Failed(words.failure(error.get()));
    }
    return answer.isObject()
        ? lost("NO_IMAGE", "there is no image in the result", answer)
        : new Nonsense(
            JobFailure.of(
                FailureKind.UNAVAILABLE,
                "ANSWER_NOT_JSON",
                "something else than the service answered: no JSON object"));
  }

  private static QueueResult lost(String reason, String what, TurbotextAnswer answer) {
    return new Failed(
        JobFailure.of(FailureKind.RESULT_LOST, reason, what + ": " + answer.quoted()));
  }
}
