package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.gemini.ErrorResponseDto.ErrorDto;
import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ErrorText;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.UnusableAnswerException;
import dev.photobridge.application.port.out.ProviderOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;

/// Reads answers with another status than 200.
record ErrorAnswers(ProviderJson json, AnswerLimits limits) {
  /// @param model the one that was asked for
  ProviderOutcome.Failed read(
      int status, HttpHeaders headers, InputStream body, String model, Deadline deadline)
      throws IOException {
    ErrorDto error = errorIn(ErrorText.read(body, limits.maxErrorBytes()));
    return new ErrorReading(status, error, RetryDelay.in(headers), model).outcome(deadline.left());
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
