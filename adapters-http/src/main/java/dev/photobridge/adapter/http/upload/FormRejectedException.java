package dev.photobridge.adapter.http.upload;

import dev.photobridge.application.port.in.UploadRejection;

/// Ends reading a form wherever it is; [FormUpload] turns it into an outcome.
final class FormRejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient UploadRejection why;

  FormRejectedException(UploadRejection why) {
    super(why.toString(), null, false, false);
    this.why = why;
  }

  static FormRejectedException malformed(String reason) {
    return new FormRejectedException(new UploadRejection.Malformed(reason));
  }

  UploadRejection why() {
    return why;
  }
}
