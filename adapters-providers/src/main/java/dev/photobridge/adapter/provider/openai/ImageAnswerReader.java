package dev.photobridge.adapter.provider.openai;

import dev.photobridge.adapter.provider.http.AnswerLimits;
import dev.photobridge.adapter.provider.http.AnswerReader;
import dev.photobridge.adapter.provider.http.Deadline;
import dev.photobridge.adapter.provider.http.ProviderJson;
import dev.photobridge.adapter.provider.http.ReceivedJson;
import dev.photobridge.adapter.provider.http.ServiceErrors;
import dev.photobridge.adapter.provider.http.UnusableAnswerException;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.domain.provider.Model;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;

/// Reads the answer to one call.
///
/// @param deadline of the call
record ImageAnswerReader(
    ProviderJson json,
    AnswerLimits limits,
    ProviderCall call,
    ServiceErrors errors,
    Deadline deadline)
    implements AnswerReader<ImageAnswer> {
  private static final String IMAGE_NAME = "b64_json";

  @Override
  public ImageAnswer read(int status, HttpHeaders headers, InputStream body)
      throws IOException, UnusableAnswerException {
    if (status != 200) {
      String model = call.model().map(Model::id).orElse("");
      return new ImageAnswer.Ended(
          new ErrorMeaning(errors.read(status, headers, body), model).outcome(deadline.left()));
    }
    try (var received = ReceivedJson.read(body, IMAGE_NAME, call.drafts(), limits)) {
      var response = json.read(received.text(), ImagesResponseDto.class);
      return new ImageReading(received, response, call.prices())
          .answer(() -> errors.in(json.tree(received.text()), status));
    }
  }
}
