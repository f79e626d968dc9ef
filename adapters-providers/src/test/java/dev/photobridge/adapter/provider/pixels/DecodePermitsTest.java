package dev.photobridge.adapter.provider.pixels;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DecodePermitsTest {
  private static final long BUDGET = 1_024_000;

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void endCallers() {
    callers.shutdownNow();
  }

  @Test
  void worksOnNoMorePhotosAtOnceThanThereAreCores() throws Exception {
    assertThat(mostAtOnce(new DecodePermits(BUDGET, 3), 10)).isEqualTo(3);
  }

  @Test
  void holdsNoMorePixelsAtOnceThanTheBudget() throws Exception {
    assertThat(mostAtOnce(new DecodePermits(BUDGET, 8), BUDGET / 2)).isEqualTo(2);
  }

  @Test
  void letsAPhotoLargerThanTheBudgetRunAlone() throws Exception {
    assertThat(mostAtOnce(new DecodePermits(BUDGET, 8), BUDGET * 50)).isEqualTo(1);
  }

  @Test
  void servesALargePhotoBeforeSmallOnesThatCameLater() throws Exception {
    var permits = new DecodePermits(BUDGET, 8);
    var order = new CopyOnWriteArrayList<String>();
    var running = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Future<?> first =
        callers.submit(
            () ->
                permits.call(
                    10,
                    () -> {
                      running.countDown();
                      goOn.await();
                      return "first";
                    }));
    running.await();
    var large = waiting(() -> permits.call(BUDGET, () -> order.add("large")));
    var small = waiting(() -> permits.call(10, () -> order.add("small")));

    goOn.countDown();

    first.get(20, SECONDS);
    large.join();
    small.join();
    assertThat(order).containsExactly("large", "small");
  }

  @Test
  void worksOnAThreadThatMayCompute() throws Exception {
    var permits = new DecodePermits(BUDGET, 1);

    boolean isVirtual =
        callers
            .submit(() -> permits.call(10, () -> Thread.currentThread().isVirtual()))
            .get(20, SECONDS);

    assertThat(isVirtual).isFalse();
  }

  @Test
  void passesOnWhatTheWorkThrowsAndGivesThePermitsBack() throws Exception {
    var permits = new DecodePermits(BUDGET, 1);

    for (Throwable trouble :
        List.of(new IOException("a"), new IllegalStateException("b"), new OutOfMemoryError("c"))) {
      assertThatThrownBy(() -> permits.call(BUDGET, () -> sneak(trouble))).isSameAs(trouble);
    }
    assertThat(permits.call(BUDGET, () -> "again").length()).isEqualTo(5);
  }

  @Test
  void endsTheWorkOfACallerThatIsInterrupted() throws Exception {
    var permits = new DecodePermits(BUDGET, 1);
    var running = new CountDownLatch(1);
    var workInterrupted = new CountDownLatch(1);
    var outcome = new AtomicReference<Throwable>();
    Thread caller =
        Thread.startVirtualThread(
            () -> {
              try {
                permits.call(
                    BUDGET,
                    () -> {
                      running.countDown();
                      try {
                        new Semaphore(0).acquire();
                      } catch (InterruptedException e) {
                        workInterrupted.countDown();
                        throw e;
                      }
                      return "never";
                    });
              } catch (IOException | InterruptedException e) {
                outcome.set(e);
              }
            });
    running.await();

    caller.interrupt();

    caller.join();
    assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
    assertThat(workInterrupted.getCount()).isZero();
    assertThat(permits.call(BUDGET, () -> "free").length()).isEqualTo(4);
  }

  @Test
  void doesNotLoseAResultThatCameDespiteTheInterruption() throws Exception {
    var permits = new DecodePermits(BUDGET, 1);
    var running = new CountDownLatch(1);
    var outcome = new AtomicReference<String>();
    Thread caller =
        Thread.startVirtualThread(
            () -> {
              try {
                String result =
                    permits.call(
                        10,
                        () -> {
                          running.countDown();
                          try {
                            new Semaphore(0).acquire();
                          } catch (InterruptedException _) {
                            return "all the same";
                          }
                          return "never";
                        });
                outcome.set(result + ", interrupted: " + Thread.currentThread().isInterrupted());
              } catch (IOException | InterruptedException e) {
                outcome.set(e.toString());
              }
            });
    running.await();

    caller.interrupt();

    caller.join();
    assertThat(outcome.get()).isEqualTo("all the same, interrupted: true");
  }

  @Test
  void letsAWaitingCallerBeInterrupted() throws Exception {
    var permits = new DecodePermits(BUDGET, 1);
    var running = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Future<?> first =
        callers.submit(
            () ->
                permits.call(
                    10,
                    () -> {
                      running.countDown();
                      goOn.await();
                      return "first";
                    }));
    running.await();
    var begun = new AtomicInteger();
    var waiting = waiting(() -> permits.call(10, begun::incrementAndGet));

    waiting.interrupt();

    waiting.join();
    goOn.countDown();
    first.get(20, SECONDS);
    assertThat(begun).hasValue(0);
    assertThat(permits.call(BUDGET, () -> 1)).isEqualTo(1);
  }

  /// How many of twelve works run while none ends.
  private static long mostAtOnce(DecodePermits permits, long pixels) throws Exception {
    var goOn = new CountDownLatch(1);
    var callers = new ArrayList<Thread>();
    for (int i = 0; i < 12; i++) {
      callers.add(
          waiting(
              () ->
                  permits.call(
                      pixels,
                      () -> {
                        goOn.await();
                        return "done";
                      })));
    }
    long running =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("pixels"))
            .count();
    goOn.countDown();
    for (Thread caller : callers) {
      caller.join();
    }
    return running;
  }

  private interface Call {
    void run() throws IOException, InterruptedException;
  }

  private static Thread waiting(Call call) {
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    call.run();
                  } catch (IOException | InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                });
    Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING);
    return thread;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> String sneak(Throwable trouble) throws T {
    throw (T) trouble;
  }
}
