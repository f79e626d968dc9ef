package dev.photobridge.adapter.http.ingest;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How many booths' requests there is room for in memory. A crowd that fills it would be answered
/// by nobody, and it would stay full after the crowd has gone; so whoever comes when there is no
/// room is refused. Safe for concurrent use.
public final class IngestRoom {
  /// Twice what one takes that waits: its connection, its request and its order, 14 KB.
  private static final long HEAP_FOR_ONE = 28 * 1024L;

  /// Five times what one takes at which a thread is at work: a form's buffer, a stack, and what one
  /// takes that waits; 100 KB.
  private static final long HEAP_FOR_ONE_AT_WORK = 512 * 1024L;

  private final Semaphore requests;
  private final Semaphore atWork;

  /// @param requests of booths there may be at once
  /// @param atWork of these, those that are received or answered and don't just wait
  IngestRoom(int requests, int atWork) {
    this.requests = new Semaphore(requests);
    this.atWork = new Semaphore(atWork, true);
  }

  /// As much as this JVM's heap is good for. Half of it is left for everything else.
  public static IngestRoom inThisHeap() {
    return inHeapOf(Runtime.getRuntime().maxMemory());
  }

  /// @param heap in bytes
  static IngestRoom inHeapOf(long heap) {
    return new IngestRoom(
        Math.clamp(heap / HEAP_FOR_ONE, 1, Integer.MAX_VALUE),
        Math.clamp(heap / HEAP_FOR_ONE_AT_WORK, 1, Integer.MAX_VALUE));
  }

  /// A request comes and a thread is at work at it. Those that are to be answered come first.
  ///
  /// @return empty where there is no room
  Optional<Stay> enter() throws InterruptedException {
    if (!requests.tryAcquire()) {
      return Optional.empty();
    }
    // without a time it would pass those that have waited longer
    if (atWork.tryAcquire(0, TimeUnit.SECONDS)) {
      return Optional.of(new Stay());
    }
    requests.release();
    return Optional.empty();
  }

  /// A request that there is room for. For one thread at a time.
  final class Stay implements AutoCloseable {
    private boolean isAtWork = true;
    private boolean isOver;

    private Stay() {}

    /// Its thread ends; it waits.
    void pause() {
      if (isAtWork) {
        isAtWork = false;
        atWork.release();
      }
    }

    /// Another thread is at work at it, once there is room for that.
    void resume() throws InterruptedException {
      atWork.acquire();
      isAtWork = true;
    }

    /// It is answered.
    @Override
    public void close() {
      pause();
      if (!isOver) {
        isOver = true;
        requests.release();
      }
    }
  }
}
