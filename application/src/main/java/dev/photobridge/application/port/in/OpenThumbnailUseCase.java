package dev.photobridge.application.port.in;

import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.domain.media.MediaId;
import java.io.IOException;

/// Use case: an operator looks at a small picture of an uploaded image.
public interface OpenThumbnailUseCase {
  /// The picture; made where there is none yet.
  ///
  /// @throws IOException when a file can't be read or written
  Outcome open(MediaId upload) throws IOException, InterruptedException;

  /// What came of it.
  sealed interface Outcome {
    /// It is ready to be sent.
    record Opened(OpenedMedia thumbnail) implements Outcome {}

    /// There is no such upload (any more).
    record Unknown() implements Outcome {}

    /// The image can't be decoded here.
    record NotDrawable() implements Outcome {}
  }
}
