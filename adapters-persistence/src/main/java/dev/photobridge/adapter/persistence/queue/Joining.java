package dev.photobridge.adapter.persistence.queue;

/// Waits for a thread that is told to end.
final class Joining {
  private Joining() {}

  /// Returns when it has ended, or when the caller itself is to stop, which stays noted.
  static void join(Thread ending) {
    try {
      ending.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
