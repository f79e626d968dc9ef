package dev.photobridge.application.port.in;

import dev.photobridge.domain.media.ByteSize;

/// Why a form with an image in it is not accepted, before the image is looked at. Passwords are
/// only asked of booths.
public sealed interface UploadRejection {
  /// The request's content type is not `multipart/form-data`.
  record NotMultipart() implements UploadRejection {}

  /// The form's syntax or its limits (RFC 7578; number and size of parts) are broken.
  ///
  /// @param reason what is broken, a short English phrase
  record Malformed(String reason) implements UploadRejection {}

  /// The connection ended before the form did.
  record CutOff() implements UploadRejection {}

  /// No password field.
  record PasswordMissing() implements UploadRejection {}

  /// Not the ingest password.
  record PasswordWrong() implements UploadRejection {}

  /// No file field.
  record FileMissing() implements UploadRejection {}

  /// More than one file.
  record FileRepeated() implements UploadRejection {}

  /// The photo has more bytes than the limit.
  record FileTooLarge(ByteSize limit) implements UploadRejection {}
}
