package dev.photobridge.adapter.http.error;

import dev.photobridge.openapi.model.ErrorCodeDto;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// An error as a client gets it, but for its text.
///
/// @param code also decides the status
/// @param details by the names that the contract lists at `Error.details`: texts, numbers or lists
///   of texts. `retry_after_sec` also becomes the header `Retry-After`, `job_id` the header
///   `X-Photobridge-Job`.
public record ErrorAnswer(ErrorCodeDto code, Map<String, Object> details) {
  /// Seconds after which to try again.
  public static final String RETRY_AFTER_SEC = "retry_after_sec";

  /// The job of the photo.
  public static final String JOB_ID = "job_id";

  private static final int RETRY_WHEN_FULL_SEC = 5;

  public ErrorAnswer {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /// An error without details.
  public static ErrorAnswer of(ErrorCodeDto code) {
    return new ErrorAnswer(code, Map.of());
  }

  /// Too many photos wait; nobody knows how long.
  public static ErrorAnswer queueFull() {
    return of(ErrorCodeDto.QUEUE_FULL).with(RETRY_AFTER_SEC, RETRY_WHEN_FULL_SEC);
  }

  /// The same with one more detail.
  public ErrorAnswer with(String name, Object value) {
    var more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new ErrorAnswer(code, more);
  }

  /// This error, to be thrown by a handler.
  public ErrorAnswerException asException() {
    return new ErrorAnswerException(this);
  }
}
