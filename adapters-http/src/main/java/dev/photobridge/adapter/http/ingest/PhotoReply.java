package dev.photobridge.adapter.http.ingest;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substitute;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaType;
import java.io.IOException;
import java.util.Optional;

/// A photo for the booth, and how its answer is marked.
///
/// @param name what it is, as the contract names it
/// @param job its job; empty where there is none
/// @param failure the error it stands for, as the contract names it; empty for the processed photo
record PhotoReply(String name, Optional<String> job, Optional<String> failure) {
  static final String JOB_HEADER = "X-Photobridge-Job";
  static final String REPLY_HEADER = "X-Photobridge-Reply";
  static final String FAILURE_HEADER = "X-Photobridge-Failure";
  static final String ORIGINAL_PHOTO = "original_photo";
  static final String LOCAL_EFFECT = "local_effect";

  /// The processed photo.
  static PhotoReply processed(JobId job) {
    return new PhotoReply("processed", Optional.of(job.toString()), Optional.empty());
  }

  /// What the slot gives instead of this error.
  static PhotoReply of(Substitute kind, ErrorAnswer insteadOf) {
    String name =
        switch (kind) {
          case ORIGINAL_PHOTO -> ORIGINAL_PHOTO;
          case LOCAL_EFFECT -> LOCAL_EFFECT;
        };
    return new PhotoReply(
        name,
        Optional.ofNullable(insteadOf.details().get(ErrorAnswer.JOB_ID)).map(Object::toString),
        Optional.of(insteadOf.code().value()));
  }

  /// @throws IOException when the photo can't be read, see [ApiCall#send]
  void send(ApiCall call, MediaType type, StoredFile photo) throws IOException {
    job.ifPresent(id -> call.header(JOB_HEADER, id));
    call.header(REPLY_HEADER, name);
    failure.ifPresent(code -> call.header(FAILURE_HEADER, code));
    call.send(type.mime(), photo);
  }
}
