package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.StorageUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes what many threads want written at the same time in groups: a durable commit costs the
/// same for one row as for many. Whoever comes while a group is written forms the next one; there
/// is no thread and no delay of its own. All of a group go on at the same time, so that what they
/// do next comes in groups, too. Safe for use by many threads.
///
/// @param <T> what is written
/// @param <R> what came of it
public final class GroupWriter<T, R> {
  private static final int LARGEST_GROUP = 500;

  private final Function<List<T>, List<R>> write;
  private final Queue<Entry<T, R>> pending = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  /// @param write writes a group whole or not at all, and returns the results in its order
  public GroupWriter(Function<List<T>, List<R>> write) {
    this.write = write;
  }

  private static final class Entry<T, R> {
    private final T item;

    /// It is written, or it is its thread's turn to write.
    private final CompletableFuture<@Nullable Void> awake = new CompletableFuture<>();

    private @Nullable R result;
    private @Nullable Throwable failure;

    private Entry(T item) {
      this.item = item;
    }

    private void wake() {
      var _ = awake.complete(null);
    }

    private boolean isDone() {
      return result != null || failure != null;
    }

    private R outcome() {
      if (failure != null) {
        // thrown in many threads, so each gets one of its own
        throw failure instanceof StorageUnavailableException
            ? new StorageUnavailableException(Objects.toString(failure.getMessage(), ""), failure)
            : new IllegalStateException(failure.getMessage(), failure);
      }
      if (result == null) {
        throw new IllegalStateException("a written entry has a result");
      }
      return result;
    }
  }

  /// Writes the item, alone or with others.
  ///
  /// @throws StorageUnavailableException when its group could not be written for want of a storage
  /// @throws IllegalStateException when it could not for another reason
  public R write(T item) {
    var mine = new Entry<T, R>(item);
    pending.add(mine);
    if (writing.tryLock()) {
      writeUntilDone(mine);
    } else {
      var _ = mine.awake.join();
      if (!mine.isDone()) {
        writing.lock();
        writeUntilDone(mine);
      }
    }
    return mine.outcome();
  }

  /// How many items no group has taken yet.
  public int waiting() {
    return pending.size();
  }

  /// To be called with the lock, which it gives back. Whoever came too late for it to be seen here
  /// finds the lock free.
  private void writeUntilDone(Entry<T, R> mine) {
    try {
      while (!mine.isDone()) {
        writeGroup();
      }
    } finally {
      writing.unlock();
    }
    Entry<T, R> next = pending.peek();
    if (next != null) {
      next.wake();
    }
  }

  /// Lets those whom the last group woke come along, where they have more to write at once.
  @SuppressWarnings("ThreadPriorityCheck") // nothing but the size of groups relies on it
  private static void gather() {
    Thread.yield();
  }

  private void writeGroup() {
    gather();
    var group = new ArrayList<Entry<T, R>>();
    Entry<T, R> next = pending.poll();
    while (next != null) {
      group.add(next);
      next = group.size() < LARGEST_GROUP ? pending.poll() : null;
    }
    try {
      List<R> results = write.apply(group.stream().map(entry -> entry.item).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).result = results.get(i);
      }
    } catch (RuntimeException | Error e) {
      // errors too, or those who wait for this group would wait for ever
      group.forEach(entry -> entry.failure = e);
    }
    group.forEach(Entry::wake);
  }
}
