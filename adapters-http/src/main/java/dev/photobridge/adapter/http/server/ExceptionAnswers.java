package dev.photobridge.adapter.http.server;

import dev.photobridge.adapter.http.contract.InvalidParameterException;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.openapi.model.ErrorCodeDto;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a client is told about an exception: enough to act on, nothing about our insides.
final class ExceptionAnswers {
  private static final int MAX_FOUND = 100;

  /// A database that is restarted is back in about that time, in seconds.
  private static final int RETRY_WITHOUT_STORAGE = 5;

  private ExceptionAnswers() {}

  static ErrorAnswer of(Exception e, Context request) {
    return switch (e) {
      case ErrorAnswerException refusal -> refusal.answer();
      case InvalidParameterException parameter -> ofParameter(parameter);
      case MethodNotAllowedResponse unrouted ->
          methodNotAllowed(request.method().name(), allowedMethods(unrouted));
      case HttpResponseException unrouted -> ofStatus(unrouted.getStatus());
      case InterruptedException _ -> ErrorAnswer.of(ErrorCodeDto.SHUTTING_DOWN);
      case StorageUnavailableException _ ->
          ErrorAnswer.of(ErrorCodeDto.STORAGE_UNAVAILABLE)
              .with(ErrorAnswer.RETRY_AFTER_SEC, RETRY_WITHOUT_STORAGE);
      default ->
          ErrorAnswer.of(isDiskFull(e) ? ErrorCodeDto.STORAGE_FULL : ErrorCodeDto.INTERNAL_ERROR);
    };
  }

  /// What is told about a refusal by the machinery below the routes.
  static ErrorAnswer ofStatus(int status) {
    return ErrorAnswer.of(
        switch (status) {
          case 404 -> ErrorCodeDto.ROUTE_NOT_FOUND;
          case 405 -> ErrorCodeDto.METHOD_NOT_ALLOWED;
          case 413 -> ErrorCodeDto.BODY_TOO_LARGE;
          case 503 -> ErrorCodeDto.SHUTTING_DOWN;
          default ->
              status >= 400 && status < 500
                  ? ErrorCodeDto.REQUEST_INVALID
                  : ErrorCodeDto.INTERNAL_ERROR;
        });
  }

  /// What is told about a method that an address does not take.
  static ErrorAnswer methodNotAllowed(String found, List<String> allowed) {
    return ErrorAnswer.of(ErrorCodeDto.METHOD_NOT_ALLOWED)
        .with("found", found)
        .with("allowed", allowed);
  }

  private static List<String> allowedMethods(MethodNotAllowedResponse e) {
    return e.getDetails().values().stream()
        .flatMap(Pattern.compile("\\s*,\\s*")::splitAsStream)
        .toList();
  }

  private static ErrorAnswer ofParameter(InvalidParameterException e) {
    ErrorAnswer answer =
        ErrorAnswer.of(ErrorCodeDto.REQUEST_INVALID)
            .with("field", e.field())
            .with("reason", e.problem().name().toLowerCase(Locale.ROOT));
    answer = withUnlessNull(answer, "found", bounded(e.found()));
    answer = withUnlessNull(answer, "limit", e.limit());
    return withUnlessNull(answer, "allowed", unlessEmpty(e.allowed()));
  }

  private static ErrorAnswer withUnlessNull(
      ErrorAnswer answer, String name, @Nullable Object value) {
    return value == null ? answer : answer.with(name, value);
  }

  private static @Nullable String bounded(@Nullable String text) {
    return text == null || text.length() <= MAX_FOUND ? text : text.substring(0, MAX_FOUND) + "…";
  }

  private static @Nullable List<String> unlessEmpty(List<String> values) {
    return values.isEmpty() ? null : values;
  }

  /// Java tells a full disk by the system's text only.
  private static boolean isDiskFull(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof IOException && String.valueOf(t.getMessage()).contains("No space left")) {
        return true;
      }
    }
    return false;
  }
}
