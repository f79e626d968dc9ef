package dev.photobridge.adapter.http.error;

import dev.photobridge.application.port.in.UploadRejection;
import dev.photobridge.openapi.model.ErrorCodeDto;
import java.util.List;

/// What a client is told about a form that is not taken.
public final class UploadRejectionAnswers {
  private UploadRejectionAnswers() {}

  /// The code, with what is wrong among the details.
  ///
  /// @param fileField the form field that the file is expected in
  public static ErrorAnswer of(UploadRejection rejection, String fileField) {
    return switch (rejection) {
      case UploadRejection.NotMultipart _ ->
          ErrorAnswer.of(ErrorCodeDto.CONTENT_TYPE_UNSUPPORTED)
              .with("field", "Content-Type")
              .with("allowed", List.of("multipart/form-data"));
      case UploadRejection.Malformed malformed ->
          ErrorAnswer.of(ErrorCodeDto.MULTIPART_INVALID).with("reason", malformed.reason());
      case UploadRejection.CutOff _ -> ErrorAnswer.of(ErrorCodeDto.UPLOAD_INCOMPLETE);
      case UploadRejection.PasswordMissing _ ->
          ErrorAnswer.of(ErrorCodeDto.INGEST_PASSWORD_MISSING).with("field", "password");
      case UploadRejection.PasswordWrong _ ->
          ErrorAnswer.of(ErrorCodeDto.INGEST_PASSWORD_WRONG).with("field", "password");
      case UploadRejection.FileMissing _ ->
          ErrorAnswer.of(ErrorCodeDto.FILE_MISSING).with("field", fileField);
      case UploadRejection.FileRepeated _ ->
          ErrorAnswer.of(ErrorCodeDto.FILE_REPEATED).with("field", fileField);
      case UploadRejection.FileTooLarge large ->
          ErrorAnswer.of(ErrorCodeDto.FILE_TOO_LARGE)
              .with("field", fileField)
              .with("limit", large.limit().bytes());
    };
  }
}
