package dev.photobridge.app.server;

/// Is told what a start is busy with, since parts of it take seconds.
@FunctionalInterface
public interface StartProgress {
  /// A step begins, or a fact became known that the operator wants to see.
  void step(String text);
}
