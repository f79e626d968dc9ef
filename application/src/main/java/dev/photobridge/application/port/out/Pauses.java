package dev.photobridge.application.port.out;

import java.time.Duration;

/// Lets time pass, so that tests need not wait.
@FunctionalInterface
public interface Pauses {
  /// Lets the calling thread wait so long.
  void pause(Duration length) throws InterruptedException;
}
