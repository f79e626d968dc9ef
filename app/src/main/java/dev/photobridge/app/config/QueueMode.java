package dev.photobridge.app.config;

/// Where accepted photos wait for a worker.
public enum QueueMode {
  /// In the database: they outlive a crash, and any number of nodes share them.
  POSTGRES,
  /// In this process: what is open when it is killed is failed at the next start.
  MEMORY
}
