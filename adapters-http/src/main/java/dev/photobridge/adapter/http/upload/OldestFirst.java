package dev.photobridge.adapter.http.upload;

import dev.photobridge.adapter.http.call.BlockInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// In which order bodies are received where more come in at once than the machine can take: each is
/// through as soon as those before it are, where all side by side would be through together, last.
/// A body that waits for its client holds nobody up. Safe for concurrent use.
public final class OldestFirst {
  private static final int PROCESSORS_FOR_ONE = 2;

  private final AtomicLong begun = new AtomicLong();
  private final Lock lock = new ReentrantLock();
  private final TreeMap<Long, Condition> waiting = new TreeMap<>();
  private int free;
  private volatile long oldestWaiting = Long.MAX_VALUE;

  /// @param atOnce how many bodies are worked on at the same time
  OldestFirst(int atOnce) {
    this.free = atOnce;
  }

  /// As many bodies at the same time as this machine is good for: receiving one keeps a processor
  /// busy, and the kernel's part of it another.
  public static OldestFirst onThisMachine() {
    return new OldestFirst(
        Math.ceilDiv(Runtime.getRuntime().availableProcessors(), PROCESSORS_FOR_ONE));
  }

  /// A body that is younger than all before it. What it is read into is worked on between two
  /// reads, in its turn; a read gives the turn up where it has to wait for the client or an older
  /// body has none. Closing it gives the turn up, too, and leaves the body open.
  InputStream inTurn(InputStream body) {
    return new Turns(body, begun.getAndIncrement());
  }

  private void take(long number) {
    lock.lock();
    try {
      if (free > 0) {
        free--;
        return;
      }
      Condition given = lock.newCondition();
      waiting.put(number, given);
      oldestWaiting = waiting.firstKey();
      while (waiting.containsKey(number)) {
        given.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void giveUp() {
    lock.lock();
    try {
      var next = waiting.pollFirstEntry();
      if (next == null) {
        free++;
      } else {
        oldestWaiting = waiting.isEmpty() ? Long.MAX_VALUE : waiting.firstKey();
        next.getValue().signal();
      }
    } finally {
      lock.unlock();
    }
  }

  private final class Turns extends BlockInputStream {
    private final long number;
    private boolean isTaken;

    Turns(InputStream body, long number) {
      super(body);
      this.number = number;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (isTaken && (oldestWaiting < number || in.available() == 0)) {
        close();
      }
      int count = in.read(bytes, offset, length);
      if (!isTaken) {
        take(number);
        isTaken = true;
      }
      return count;
    }

    @Override
    public void close() {
      if (isTaken) {
        isTaken = false;
        giveUp();
      }
    }
  }
}
