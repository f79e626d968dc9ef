package dev.photobridge.adapter.http.error;

import dev.photobridge.openapi.model.ErrorCodeDto;

/// Checks the lengths that the contract gives the texts of a JSON body.
public final class BodyText {
  private BodyText() {}

  /// The text, if it has no more than `max` characters.
  ///
  /// @param pointer where it stands in the body (JSON Pointer)
  /// @throws ErrorAnswerException when it is longer
  public static String upTo(int max, String pointer, String text) {
    if (text.length() > max) {
      throw tooLong(max, pointer).asException();
    }
    return text;
  }

  /// The text, if it has 1 to `max` characters.
  ///
  /// @param pointer where it stands in the body (JSON Pointer)
  /// @throws ErrorAnswerException when it is empty or longer
  public static String oneUpTo(int max, String pointer, String text) {
    if (text.isEmpty()) {
      throw ErrorAnswer.of(ErrorCodeDto.BODY_INVALID)
          .with("field", pointer)
          .with("reason", "empty")
          .asException();
    }
    return upTo(max, pointer, text);
  }

  /// What the client is told of a text that is too long.
  public static ErrorAnswer tooLong(int max, String pointer) {
    return ErrorAnswer.of(ErrorCodeDto.BODY_INVALID)
        .with("field", pointer)
        .with("reason", "too_long")
        .with("limit", max);
  }
}
