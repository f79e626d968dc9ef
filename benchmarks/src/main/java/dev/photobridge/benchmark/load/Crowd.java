package dev.photobridge.benchmark.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Some booths that post at once, each again as soon as it has its answer. They keep their
/// connections from one run to the next. For one thread.
public final class Crowd implements AutoCloseable {
  private static final int BUFFER = 128 * 1024;

  private final PreparedRequest request;
  private final Answer.Body expected;
  private final List<Booth> booths = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @param expected what every answer has to be
  public Crowd(PreparedRequest request, Answer.Body expected) {
    this.request = request;
    this.expected = expected;
  }

  /// What came of a run.
  ///
  /// @param millis how long each right answer took
  /// @param mishaps how often there was another answer or none, by what it was
  public record Run(List<Double> millis, Map<String, Integer> mishaps) {
    /// The times, where every answer was right.
    ///
    /// @throws IllegalStateException when one was not: the figures would mean nothing
    List<Double> timesOf(String who) {
      if (!mishaps.isEmpty()) {
        throw new IllegalStateException(who + ": " + mishaps);
      }
      return millis;
    }
  }

  /// Has this many booths post this often.
  public Run run(int atOnce, int postsEach) throws InterruptedException {
    while (booths.size() < atOnce) {
      booths.add(new Booth(BUFFER));
    }
    var go = new CountDownLatch(1);
    List<Future<Run>> running =
        booths.subList(0, atOnce).stream()
            .map(booth -> threads.submit(() -> posts(booth, postsEach, go)))
            .toList();
    go.countDown();
    var millis = new ArrayList<Double>();
    var mishaps = new TreeMap<String, Integer>();
    for (Future<Run> one : running) {
      Run run = result(one);
      millis.addAll(run.millis());
      run.mishaps().forEach((what, times) -> mishaps.merge(what, times, Integer::sum));
    }
    return new Run(millis, mishaps);
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    for (Booth booth : booths) {
      booth.close();
    }
  }

  private Run posts(Booth booth, int count, CountDownLatch go) throws InterruptedException {
    var millis = new ArrayList<Double>();
    var mishaps = new TreeMap<String, Integer>();
    go.await();
    for (int i = 0; i < count; i++) {
      try {
        Answer answer = booth.send(request);
        if (answer.is(expected)) {
          millis.add(answer.nanos() / 1e6);
        } else {
          mishaps.merge(
              "status %d, %d bytes".formatted(answer.status(), answer.bodyLength()),
              1,
              Integer::sum);
        }
      } catch (IOException e) {
        mishaps.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
      }
    }
    return new Run(millis, mishaps);
  }

  private static Run result(Future<Run> one) throws InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a booth broke down", e.getCause());
    }
  }
}
