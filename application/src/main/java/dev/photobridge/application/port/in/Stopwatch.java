package dev.photobridge.application.port.in;

import java.time.Duration;

/// Time passed since a moment, by a clock that never jumps.
@FunctionalInterface
public interface Stopwatch {
  /// The time passed so far.
  Duration elapsed();
}
