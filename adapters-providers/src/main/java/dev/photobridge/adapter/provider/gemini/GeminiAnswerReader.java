package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.AnswerReader;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.ReceivedJson;
import dev.photobridge.adapter.provider.http.UnusableAnswerException;
import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.provider.Prices;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.function.Consumer;

/// Reads the answer to one `generateContent` call.
///
/// @param seen is told each answer with status 200
record GeminiAnswerReader(
    ProviderJson json,
    AnswerLimits limits,
    Prices prices,
    DraftSource drafts,
    ErrorAnswers errors,
    Consumer<GenerateContentResponseDto> seen)
    implements AnswerReader<ProviderOutcome> {
  private static final String IMAGE_NAME = "data";

  @Override
  public ProviderOutcome read(int status, HttpHeaders headers, InputStream body)
      throws IOException, UnusableAnswerException {
    return status == 200 ? content(body) : errors.read(status, headers, body);
  }

  private ProviderOutcome content(InputStream body) throws IOException, UnusableAnswerException {
    try (var received = ReceivedJson.read(body, IMAGE_NAME, drafts, limits)) {
      var content = json.read(received.text(), GenerateContentResponseDto.class);
      seen.accept(content);
      return ContentReading.of(received, content, prices);
    }
  }
}
