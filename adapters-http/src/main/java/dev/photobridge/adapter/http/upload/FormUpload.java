package dev.photobridge.adapter.http.upload;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.application.port.in.UploadRejection;
import dev.photobridge.domain.media.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The body of a request that is to be `multipart/form-data` with one file in it (RFC 7578), still
/// on its way. Whatever its size, reading it takes one buffer of 64 KiB and its text fields.
public final class FormUpload {
  /// What a body may have beyond its file.
  static final int MAX_BYTES_BESIDE_FILE = 64 * 1024;

  private static final int MAX_BOUNDARY = 70;

  private final ApiCall call;
  private final OldestFirst order;

  /// Reads this request's body, whatever else comes in meanwhile.
  public FormUpload(ApiCall call) {
    this(call, new OldestFirst(1));
  }

  /// Reads this request's body in turn with others.
  public FormUpload(ApiCall call, OldestFirst order) {
    this.call = call;
    this.order = order;
  }

  /// Reads the form once, copying its file piece by piece, and stops at the first thing that makes
  /// it unacceptable. The client is not even asked to send a body that says to be too large.
  ///
  /// @throws IOException when `file` can't be written
  public FormOutcome read(FormRules rules, OutputStream file) throws IOException {
    try {
      String boundary = boundary();
      refuseTooLarge(rules.maxFileSize());
      try (InputStream body = order.inTurn(call.body())) {
        var form = new FormParts(rules, file);
        return new FormOutcome.Complete(form.read(new MultipartReader(body, boundary)));
      }
    } catch (FormRejectedException e) {
      return new FormOutcome.Rejected(e.why());
    }
  }

  private String boundary() throws FormRejectedException {
    HeaderValue type = HeaderValue.parse(call.requestHeader("Content-Type").orElse(""));
    if (!type.main().equals("multipart/form-data")) {
      throw new FormRejectedException(new UploadRejection.NotMultipart());
    }
    String boundary = type.parameter("boundary").orElse("");
    if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
      throw FormRejectedException.malformed("no boundary in the content type");
    }
    return boundary;
  }

  private void refuseTooLarge(ByteSize maxFileSize) throws FormRejectedException {
    if (call.contentLength().orElse(0) - MAX_BYTES_BESIDE_FILE > maxFileSize.bytes()) {
      throw new FormRejectedException(new UploadRejection.FileTooLarge(maxFileSize));
    }
  }
}
