package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.gemini.ErrorResponseDto.ErrorDto;
import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.ApiKey;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ErrorText;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.RetryAfter;
import dev.photobridge.adapter.provider.http.UnusableAnswerException;
import dev.photobridge.application.port.out.ProviderOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Optional;

/// Reads answers with another status than 200.
///
/// @param model the one that was asked for
/// @param key hidden where the service repeats it
/// @param deadline of the call
record ErrorAnswers(
    ProviderJson json, AnswerLimits limits, String model, String key, Deadline deadline) {
  ProviderOutcome.Failed read(int status, HttpHeaders headers, InputStream body)
      throws IOException {
    ErrorDto error = errorIn(ErrorText.read(body, limits.maxErrorBytes()));
    String message = Optional.ofNullable(error.message()).orElse("");
    return new ErrorReading(
            status, error, ApiKey.hidden(key, message), RetryAfter.in(headers), model)
        .outcome(deadline.left());
  }

  private ErrorDto errorIn(byte[] text) {
    try {
      ErrorDto error = json.read(text, ErrorResponseDto.class).error();
      return error == null ? ErrorResponseDto.SILENT : error;
    } catch (UnusableAnswerException _) {
      // a gateway's page; the status has to do
      return ErrorResponseDto.SILENT;
    }
  }
}
