package dev.photobridge.adapter.provider.pixels;

import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/// Bounds the work on decoded pixels: by the memory that they take and by the cores that turn them.
/// Whoever asks first is served first, so that large photos do not starve. Safe for use by many
/// threads.
///
/// The work runs on a thread of the operating system's while the caller waits: a virtual thread
/// that computes for a second would keep its carrier from everyone else.
public final class DecodePermits {
  /// Pixels a permit of the pool stands for; keeps their number within an int.
  private static final long PIXELS_A_PERMIT = 1024;

  private final int memoryPermits;
  private final Semaphore memory;
  private final Semaphore cores;

  /// @param budgetPixels pixels that may be held at once, four bytes each; a sixteenth of the
  ///   largest heap's bytes leaves room for everything else
  /// @param cores how many photos are worked on at once, at least 1
  public DecodePermits(long budgetPixels, int cores) {
    if (budgetPixels < 1 || cores < 1) {
      throw new IllegalArgumentException("no room for a photo");
    }
    this.memoryPermits = permits(budgetPixels);
    this.memory = new Semaphore(memoryPermits, /* fair= */ true);
    this.cores = new Semaphore(cores, /* fair= */ true);
  }

  /// Work on pixels; it looks after interruption.
  @FunctionalInterface
  public interface PixelWork<T> {
    /// Does it.
    T run() throws IOException, InterruptedException;
  }

  /// Waits for room, does the work on another thread and waits for its end.
  ///
  /// @param pixels how many the work holds at its peak; more than the whole budget takes all of it,
  ///   so that the work runs alone
  /// @throws InterruptedException when this thread is interrupted while it waits; the work is
  ///   interrupted, too, and has ended by then. Where it brought a result all the same, that is
  ///   returned and the thread stays interrupted
  public <T> T call(long pixels, PixelWork<T> work) throws IOException, InterruptedException {
    int wanted = Math.min(memoryPermits, permits(pixels));
    cores.acquire();
    try {
      memory.acquire(wanted);
      try {
        return onThread(work);
      } finally {
        memory.release(wanted);
      }
    } finally {
      cores.release();
    }
  }

  private static int permits(long pixels) {
    return (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(pixels, PIXELS_A_PERMIT));
  }

  private static <T> T onThread(PixelWork<T> work) throws IOException, InterruptedException {
    var task = new FutureTask<>(work::run);
    Thread thread = Thread.ofPlatform().name("pixels").daemon().start(task);
    boolean interrupted = interruptedWhileWaitingFor(thread);
    if (task.state() == Future.State.SUCCESS) {
      if (interrupted) {
        // The result may be a file that only the caller can close.
        Thread.currentThread().interrupt();
      }
      return task.resultNow();
    }
    if (interrupted) {
      throw new InterruptedException();
    }
    throw rethrown(task.exceptionNow());
  }

  /// Waits in any case: the permits must not be given back while the pixels are still held.
  private static boolean interruptedWhileWaitingFor(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        return interrupted;
      } catch (InterruptedException _) {
        interrupted = true;
        thread.interrupt();
      }
    }
  }

  private static IllegalStateException rethrown(Throwable failure)
      throws IOException, InterruptedException {
    switch (failure) {
      case IOException e -> throw e;
      case InterruptedException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }
}
