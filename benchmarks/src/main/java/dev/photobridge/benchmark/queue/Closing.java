package dev.photobridge.benchmark.queue;

import java.util.ArrayDeque;
import java.util.Deque;

/// Closes what was opened, the last one first.
final class Closing implements AutoCloseable {
  private final Deque<Runnable> open = new ArrayDeque<>();

  void add(Runnable close) {
    open.push(close);
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      open.pop().run();
    }
  }
}
