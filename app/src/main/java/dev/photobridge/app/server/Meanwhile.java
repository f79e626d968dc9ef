package dev.photobridge.app.server;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A step of the start that is done while the others go on.
///
/// @param <T> what it brings
final class Meanwhile<T> {
  private final FutureTask<T> step;

  private Meanwhile(FutureTask<T> step) {
    this.step = step;
  }

  /// Begins it, on a thread of its own.
  static <T> Meanwhile<T> begin(String name, Callable<T> step) {
    var task = new FutureTask<>(step);
    Thread.ofPlatform().daemon().name(name).start(task);
    return new Meanwhile<>(task);
  }

  /// What it brought, once it is done; empty where it failed.
  Optional<T> success() {
    try {
      return Optional.of(result());
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }

  /// What it brought, once it is done. Fails as the step failed.
  T result() throws IOException {
    try {
      return step.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the start was broken off", e);
    }
  }
}
