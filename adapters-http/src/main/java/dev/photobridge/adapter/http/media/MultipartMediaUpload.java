package dev.photobridge.adapter.http.media;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.upload.FormOutcome;
import dev.photobridge.adapter.http.upload.FormRules;
import dev.photobridge.adapter.http.upload.FormUpload;
import dev.photobridge.application.port.in.MediaUpload;
import dev.photobridge.application.port.in.UploadRejection;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.openapi.model.ErrorCodeDto;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/// An operator's form: the image, and for how long it is wanted.
final class MultipartMediaUpload implements MediaUpload {
  static final String FILE_FIELD = "file";
  private static final String TTL_FIELD = "ttl_sec";
  static final int LONGEST_TTL_SEC = 259_200;

  private final FormUpload form;

  MultipartMediaUpload(ApiCall call) {
    this.form = new FormUpload(call);
  }

  @Override
  public Outcome receive(ByteSize maxFileSize, OutputStream image) throws IOException {
    var rules = new FormRules(FILE_FIELD, maxFileSize, MultipartMediaUpload::check);
    return switch (form.read(rules, image)) {
      case FormOutcome.Complete complete ->
          new Outcome.Received(
              Optional.ofNullable(complete.fields().get(TTL_FIELD))
                  .map(MultipartMediaUpload::timeToLive));
      case FormOutcome.Rejected rejected -> new Outcome.Rejected(rejected.why());
    };
  }

  /// Refuses a wrong time before the image after it is read.
  private static Optional<UploadRejection> check(String name, String value) {
    if (name.equals(TTL_FIELD)) {
      timeToLive(value);
    }
    return Optional.empty();
  }

  /// What the contract says of a field is no business of the use case, so the answer passes by it.
  private static Duration timeToLive(String value) {
    int seconds;
    try {
      seconds = Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw refused("malformed", value);
    }
    if (seconds < 1) {
      throw refused("too_small", value, 1);
    }
    if (seconds > LONGEST_TTL_SEC) {
      throw refused("too_large", value, LONGEST_TTL_SEC);
    }
    return Duration.ofSeconds(seconds);
  }

  private static ErrorAnswerException refused(String reason, String found, int limit) {
    return answer(reason, found).with("limit", limit).asException();
  }

  private static ErrorAnswerException refused(String reason, String found) {
    return answer(reason, found).asException();
  }

  private static ErrorAnswer answer(String reason, String found) {
    return ErrorAnswer.of(ErrorCodeDto.REQUEST_INVALID)
        .with("field", TTL_FIELD)
        .with("reason", reason)
        .with("found", found.length() > 100 ? found.substring(0, 100) + "…" : found);
  }
}
