package dev.photobridge.application.port.in;

import java.io.IOException;
import java.io.OutputStream;

/// The body of an ingest request: the booth's form with one photo in it, still on its way.
public interface PhotoUpload {
  /// Reads the form once, copying the photo to `photo` piece by piece. Stops early at the first
  /// thing that makes the request unacceptable, such as a wrong password that comes before the
  /// file.
  ///
  /// @throws IOException when `photo` can't be written
  UploadOutcome receive(UploadRules rules, OutputStream photo) throws IOException;
}
