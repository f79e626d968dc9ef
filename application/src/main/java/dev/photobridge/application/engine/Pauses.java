package dev.photobridge.application.engine;

import java.time.Duration;

/// Waits, so that tests need not.
@FunctionalInterface
public interface Pauses {
  /// Lets the calling thread wait so long.
  void pause(Duration length) throws InterruptedException;
}
