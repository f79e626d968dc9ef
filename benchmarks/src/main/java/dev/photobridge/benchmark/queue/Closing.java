package dev.photobridge.benchmark.queue;

import java.util.ArrayDeque;
import java.util.Deque;

/// Closes what was opened, the last one first.
final class Closing implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  void add(AutoCloseable closeable) {
    open.push(closeable);
  }

  @Override
  public void close() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
