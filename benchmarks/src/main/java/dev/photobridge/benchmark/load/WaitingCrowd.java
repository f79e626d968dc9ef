package dev.photobridge.benchmark.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/// Booths that post one photo each, one after the other at an even rate, and wait.
final class WaitingCrowd implements AutoCloseable {
  /// Of each connection; answers are short.
  private static final int BUFFER = 1_024;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<WaitingAnswer>> waiting = new ArrayList<>();

  /// Lets them begin; returns when the last one has its turn.
  ///
  /// @param within the time that this takes
  void begin(PreparedRequest request, int booths, Duration within) {
    long start = System.nanoTime();
    for (int i = 0; i < booths; i++) {
      long turn = start + within.toNanos() * i / booths;
      for (long left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      waiting.add(threads.submit(() -> post(request)));
    }
  }

  /// How many have no answer yet.
  long stillWaiting() {
    return waiting.stream().filter(one -> !one.isDone()).count();
  }

  /// What each of them got, in the order in which they began.
  List<WaitingAnswer> answers() throws InterruptedException {
    var answers = new ArrayList<WaitingAnswer>();
    for (Future<WaitingAnswer> one : waiting) {
      try {
        answers.add(one.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("a booth broke down", e.getCause());
      }
    }
    return answers;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static WaitingAnswer post(PreparedRequest request) {
    long begun = 0;
    try (var booth = new Booth(BUFFER)) {
      booth.connect(request);
      begun = System.nanoTime();
      int status = booth.send(request).status();
      return new WaitingAnswer("status " + status, begun, System.nanoTime());
    } catch (IOException e) {
      return new WaitingAnswer(String.valueOf(e.getMessage()), begun, System.nanoTime());
    }
  }
}
