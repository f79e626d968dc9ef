package dev.photobridge.application.port.out;

import java.util.function.Supplier;

/// Makes several changes of what is kept into one. Safe for use by many threads.
public interface AtomicChanges {
  /// Runs this on the calling thread: all rows that it writes there are kept, or, where it throws,
  /// none. Files are not part of it. It should be short, and call nothing over a network.
  ///
  /// @return what it returns
  <T> T make(Supplier<T> changes);
}
