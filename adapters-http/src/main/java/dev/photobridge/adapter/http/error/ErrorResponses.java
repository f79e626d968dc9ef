package dev.photobridge.adapter.http.error;

import static java.util.stream.Collectors.joining;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.ErrorDto;
import dev.photobridge.openapi.model.ErrorResponseDto;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/// Writes `{"error":{…}}`: the one place where errors become responses. Safe for use by many
/// threads.
public final class ErrorResponses {
  private static final String ANSWER = "photobridge.error";

  /// What only makes sense in an answer that carries a photo.
  private static final List<String> OF_PHOTOS =
      List.of("Content-Disposition", "X-Photobridge-Reply", "X-Photobridge-Failure");

  /// When to try again where nobody knows better, in seconds.
  private static final String RETRY_AFTER = "10";

  private final ErrorMessages texts;

  /// Takes what errors say to people from `texts`.
  public ErrorResponses(ErrorMessages texts) {
    this.texts = texts;
  }

  /// Answers a request with an error instead of what may have been prepared so far.
  ///
  /// @throws IllegalStateException when an answer is already on its way
  public void write(Context ctx, ErrorAnswer answer) {
    ctx.res().resetBuffer();
    ctx.res().setContentLengthLong(-1);
    ctx.header("Cache-Control", "no-store");
    OF_PHOTOS.forEach(name -> ctx.res().setHeader(name, null));
    ctx.attribute(ANSWER, answer);
    ctx.status(answer.code().status());
    addHeaders(ctx, answer);
    ctx.json(body(answer, ApiCall.of(ctx).acceptLanguage()));
  }

  /// The body of an error's answer.
  public ErrorResponseDto body(ErrorAnswer answer, Optional<String> acceptLanguage) {
    Language language = Language.of(acceptLanguage);
    return new ErrorResponseDto(
        new ErrorDto(answer.code(), texts.text(answer, language), texts.details(answer, language)));
  }

  /// The error with which a request was answered.
  public static Optional<ErrorAnswer> of(Context ctx) {
    return Optional.ofNullable(ctx.attribute(ANSWER));
  }

  private static void addHeaders(Context ctx, ErrorAnswer answer) {
    if (answer.code().status() == 503) {
      ctx.header("Retry-After", RETRY_AFTER);
    }
    answer
        .details()
        .forEach(
            (name, value) -> {
              switch (name) {
                case ErrorAnswer.RETRY_AFTER_SEC -> ctx.header("Retry-After", value.toString());
                case ErrorAnswer.JOB_ID -> ctx.header("X-Photobridge-Job", value.toString());
                case "allowed" -> allow(ctx, answer.code(), value);
                default -> {}
              }
            });
  }

  /// RFC 9110 wants the methods that are allowed in a header, too.
  private static void allow(Context ctx, ErrorCodeDto code, Object allowed) {
    if (code == ErrorCodeDto.METHOD_NOT_ALLOWED && allowed instanceof List<?> methods) {
      ctx.header("Allow", methods.stream().map(String::valueOf).collect(joining(", ")));
    }
  }
}
