package dev.photobridge.app.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has been started so far; stopped in the opposite order, each part whatever happened to the
/// others.
final class StartedParts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.server");

  private final Deque<Part> parts = new ArrayDeque<>();

  private record Part(String name, AutoCloseable stop) {}

  void add(String name, AutoCloseable stop) {
    parts.push(new Part(name, stop));
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      try {
        part.stop().close();
      } catch (Exception e) {
        LOG.warn("Could not stop {} cleanly: {}", part.name(), e.toString());
      }
    }
  }
}
