package dev.photobridge.adapter.provider.http;

import dev.photobridge.application.port.out.ByteSource;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.domain.media.MediaType;
import java.util.Optional;

/// What came of preparing a photo for a provider. Closing it throws away what was drawn for it.
public sealed interface SendablePhoto extends AutoCloseable {
  @Override
  void close();

  /// A photo that may leave the server.
  ///
  /// @param redrawn what the bytes are read from, unless they are the stored photo's own
  record Ready(MediaType type, ByteSource bytes, Optional<MediaDraft> redrawn)
      implements SendablePhoto {
    @Override
    public void close() {
      redrawn.ifPresent(MediaDraft::close);
    }
  }

  /// A photo that can't be prepared.
  ///
  /// @param reason why, for the log
  record Unsendable(String reason) implements SendablePhoto {
    @Override
    public void close() {}
  }
}
