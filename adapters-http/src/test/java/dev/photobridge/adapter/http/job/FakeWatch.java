package dev.photobridge.adapter.http.job;

import dev.photobridge.application.port.in.JobEvent;
import dev.photobridge.application.port.in.WatchJobsOutcome;
import dev.photobridge.application.port.in.WatchJobsUseCase;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Lets every watcher hear what a test says, each from its own queue.
final class FakeWatch implements WatchJobsUseCase {
  private final BlockingQueue<Events> begun = new LinkedBlockingQueue<>();
  private final Queue<Events> all = new ConcurrentLinkedQueue<>();
  private volatile Optional<WatchJobsOutcome> refusal = Optional.empty();

  /// One watch that began.
  static final class Events implements JobEvents {
    final String of;
    final BlockingQueue<JobEvent> coming = new LinkedBlockingQueue<>();
    final CountDownLatch closed = new CountDownLatch(1);

    private Events(String of) {
      this.of = of;
    }

    @Override
    public Optional<JobEvent> next(Duration longest) throws InterruptedException {
      return Optional.ofNullable(coming.poll(longest.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() {
      closed.countDown();
    }

    /// Whether the handler let it go, which may take a moment.
    boolean isClosed() throws InterruptedException {
      return closed.await(1, TimeUnit.MINUTES);
    }
  }

  /// The next watch that begins.
  Events next() throws InterruptedException {
    Events events = begun.poll(1, TimeUnit.MINUTES);
    if (events == null) {
      throw new AssertionError("nobody watches");
    }
    return events;
  }

  /// Ends all watches.
  void end() {
    all.forEach(events -> events.coming.add(new JobEvent.Over()));
  }

  /// From now on every wish to watch is answered with this.
  void refuse(WatchJobsOutcome outcome) {
    refusal = Optional.of(outcome);
  }

  @Override
  public WatchJobsOutcome watchAll(AccountName account) {
    return watch(account.value());
  }

  @Override
  public WatchJobsOutcome watchOne(AccountName account, JobId job) {
    return watch(account + "/" + job);
  }

  private WatchJobsOutcome watch(String of) {
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var events = new Events(of);
    all.add(events);
    begun.add(events);
    return new WatchJobsOutcome.Watching(events);
  }
}
