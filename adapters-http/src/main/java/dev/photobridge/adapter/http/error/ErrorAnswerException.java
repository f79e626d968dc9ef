package dev.photobridge.adapter.http.error;

/// Ends a request with an error that the client is to be told. Carries no stack trace: it is an
/// answer, not a fault.
public final class ErrorAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorAnswer answer;

  /// Wraps an answer.
  ///
  /// @param answer what the client is told
  public ErrorAnswerException(ErrorAnswer answer) {
    super(answer.code().value(), null, false, false);
    this.answer = answer;
  }

  /// What the client is told.
  public ErrorAnswer answer() {
    return answer;
  }
}
