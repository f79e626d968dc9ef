package dev.photobridge.application.port.out;

import java.time.Duration;

/// Settings that operators change while the server runs.
public interface RuntimeSettings {
  /// `T_sync_response`: how long the booths wait for an answer.
  Duration syncTimeout();
}
