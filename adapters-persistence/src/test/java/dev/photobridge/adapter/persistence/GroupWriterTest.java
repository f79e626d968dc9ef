package dev.photobridge.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupWriterTest {
  private final Queue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
  private final CountDownLatch firstBegan = new CountDownLatch(1);
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

  @AfterEach
  void stop() {
    firstMayEnd.countDown();
    threads.shutdownNow();
  }

  @Test
  void anItemAloneIsWrittenAtOnce() {
    var writer = new GroupWriter<>(this::negated);

    assertThat(writer.write(7)).isEqualTo(-7);
    assertThat(groups).containsExactly(List.of(7));
  }

  @Test
  void whoComesWhileAGroupIsWrittenFormsTheNextAndEachGetsItsOwnResult() throws Exception {
    var writer = new GroupWriter<>(this::negatedOnceTheFirstMayEnd);
    Future<Integer> first = threads.submit(() -> writer.write(0));
    firstBegan.await();
    List<Future<Integer>> others = writing(writer, 1, 20);

    firstMayEnd.countDown();

    assertThat(first.get(1, TimeUnit.MINUTES)).isZero();
    for (int i = 0; i < others.size(); i++) {
      assertThat(others.get(i).get(1, TimeUnit.MINUTES)).isEqualTo(-(i + 1));
    }
    assertThat(groups).hasSize(2).first().isEqualTo(List.of(0));
    assertThat(List.copyOf(groups).getLast())
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
  }

  @Test
  void aGroupThatFailsFailsForAllInItAndTheNextIsWritten() throws Exception {
    var cause = new IllegalArgumentException("the database is away");

    assertThatAGroupFailsAlone(
        cause,
        () -> {
          throw cause;
        });
  }

  @Test
  void anErrorIsAFailureToo() throws Exception {
    var cause = new OutOfMemoryError("rows");

    assertThatAGroupFailsAlone(
        cause,
        () -> {
          throw cause;
        });
  }

  @Test
  void groupsAreBoundedAndNobodyIsForgotten() throws Exception {
    var writer = new GroupWriter<>(this::negatedOnceTheFirstMayEnd);
    Future<Integer> first = threads.submit(() -> writer.write(0));
    firstBegan.await();
    List<Future<Integer>> others = writing(writer, 1, 1_100);

    firstMayEnd.countDown();

    assertThat(first.get(1, TimeUnit.MINUTES)).isZero();
    for (int i = 0; i < others.size(); i++) {
      assertThat(others.get(i).get(1, TimeUnit.MINUTES)).isEqualTo(-(i + 1));
    }
    assertThat(groups).extracting(List::size).containsExactly(1, 500, 500, 100);
  }

  @Test
  void groupsAreWrittenOneAfterTheOther() throws Exception {
    var writing = new AtomicInteger();
    var most = new AtomicInteger();
    var writer =
        new GroupWriter<Integer, Integer>(
            items -> {
              most.accumulateAndGet(writing.incrementAndGet(), Math::max);
              List<Integer> results = negated(items);
              writing.decrementAndGet();
              return results;
            });
    var written = new ArrayList<Future<Integer>>();
    for (int thread = 0; thread < 50; thread++) {
      int from = thread * 100;
      written.add(
          threads.submit(
              () ->
                  (int)
                      IntStream.range(from, from + 100)
                          .filter(i -> writer.write(i) == -i)
                          .count()));
    }

    for (Future<Integer> right : written) {
      assertThat(right.get(1, TimeUnit.MINUTES)).isEqualTo(100);
    }
    assertThat(most).hasValue(1);
    assertThat(groups.stream().flatMap(List::stream)).hasSize(5_000).doesNotHaveDuplicates();
  }

  private void assertThatAGroupFailsAlone(Throwable cause, Runnable failing) throws Exception {
    var writer =
        new GroupWriter<Integer, Integer>(
            items -> {
              List<Integer> results = negatedOnceTheFirstMayEnd(items);
              if (groups.size() == 2) {
                failing.run();
              }
              return results;
            });
    Future<Integer> first = threads.submit(() -> writer.write(0));
    firstBegan.await();
    List<Future<Integer>> others = writing(writer, 1, 3);

    firstMayEnd.countDown();

    assertThat(first.get(1, TimeUnit.MINUTES)).isZero();
    for (Future<Integer> other : others) {
      assertThatThrownBy(() -> other.get(1, TimeUnit.MINUTES))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasCause(cause);
    }
    assertThat(writer.write(8)).isEqualTo(-8);
  }

  /// Threads that write these numbers, all of them waiting behind the group that is being written.
  private List<Future<Integer>> writing(GroupWriter<Integer, Integer> writer, int from, int to) {
    var written = new ArrayList<Future<Integer>>();
    for (int i = from; i <= to; i++) {
      int item = i;
      written.add(threads.submit(() -> writer.write(item)));
    }
    await().until(() -> writer.waiting() == to - from + 1);
    return written;
  }

  private List<Integer> negated(List<Integer> items) {
    groups.add(items);
    return items.stream().map(item -> -item).toList();
  }

  private List<Integer> negatedOnceTheFirstMayEnd(List<Integer> items) {
    firstBegan.countDown();
    try {
      firstMayEnd.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return negated(items);
  }
}
