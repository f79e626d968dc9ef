package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.ByteSource;
import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.domain.media.MediaType;
import java.io.IOException;
import java.util.Optional;

/// Makes photos fit to leave the server: upright, no larger than of use, without metadata.
@FunctionalInterface
public interface PhotoSending {
  /// Prepares one photo.
  ///
  /// @param maxSidePx the longest side that is of use
  /// @param drafts for photos that have to be drawn anew
  /// @throws IOException when a file can't be read or written
  Sendable prepare(CallPhoto photo, int maxSidePx, DraftSource drafts)
      throws IOException, InterruptedException;

  /// What came of it.
  sealed interface Sendable extends AutoCloseable {
    /// Closes the draft, if any.
    @Override
    void close();
  }

  /// A photo that may leave.
  ///
  /// @param redrawn where the bytes are, unless they are the stored photo's own
  record Ready(MediaType type, ByteSource bytes, Optional<MediaDraft> redrawn) implements Sendable {
    @Override
    public void close() {
      redrawn.ifPresent(MediaDraft::close);
    }
  }

  /// A photo that can't be prepared.
  ///
  /// @param reason why, for the log
  record Unsendable(String reason) implements Sendable {
    @Override
    public void close() {}
  }
}
