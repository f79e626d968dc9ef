package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The plainest queue that keeps its contract, one lock around everything; with places where a test
/// can make it do something else.
public final class SimpleJobQueue implements JobQueue {
  private final JobRepository jobs;
  private final int capacity;
  private final List<QueuedJob> waiting = new ArrayList<>();
  private final Set<JobClaim> claimed = new HashSet<>();
  private volatile Runnable beforeSubmit = () -> {};
  private volatile Runnable beforeClaim = () -> {};
  private volatile Runnable beforeFinish = () -> {};
  private volatile Runnable afterClose = () -> {};
  private boolean closed;

  public SimpleJobQueue(JobRepository jobs, int capacity) {
    this.jobs = jobs;
    this.capacity = capacity;
  }

  /// Equal to nothing but itself.
  private static final class Claim implements JobClaim {
    private final RunningJob job;

    private Claim(RunningJob job) {
      this.job = job;
    }

    @Override
    public RunningJob job() {
      return job;
    }
  }

  @Override
  public SubmitOutcome submit(QueuedJob job) {
    beforeSubmit.run();
    synchronized (this) {
      if (closed) {
        return new SubmitOutcome.Closed();
      }
      if (isFull()) {
        return new SubmitOutcome.Full(capacity);
      }
      jobs.insert(job);
      waiting.add(job);
      return new SubmitOutcome.Queued();
    }
  }

  @Override
  public synchronized boolean isFull() {
    return waiting.size() >= capacity;
  }

  @Override
  public List<JobClaim> claim(Map<ProviderId, Integer> freePlaces, Instant now) {
    beforeClaim.run();
    synchronized (this) {
      var places = new HashMap<>(freePlaces);
      List<QueuedJob> taken =
          waiting.stream()
              .filter(job -> !job.notBefore().isAfter(now))
              .sorted(Comparator.comparing((Job job) -> job.order().receivedAt()))
              .filter(job -> places.merge(job.order().setup().provider(), -1, Integer::sum) >= 0)
              .toList();
      waiting.removeAll(taken);
      return taken.stream().map(job -> claimed(job.start(now))).toList();
    }
  }

  @Override
  public boolean finish(JobClaim claim, FinishedJob job) {
    beforeFinish.run();
    synchronized (this) {
      return letGo(claim, job);
    }
  }

  @Override
  public synchronized boolean giveBack(JobClaim claim, QueuedJob job) {
    return letGo(claim, job) && waiting.add(job);
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    afterClose.run();
  }

  /// Somebody else ends what is claimed here.
  public synchronized void loseClaims() {
    claimed.clear();
  }

  /// Runs at the beginning of each submission.
  public void beforeSubmit(Runnable action) {
    beforeSubmit = action;
  }

  /// Runs at the beginning of each claim.
  public void beforeClaim(Runnable action) {
    beforeClaim = action;
  }

  /// Runs before a job is ended.
  public void beforeFinish(Runnable action) {
    beforeFinish = action;
  }

  /// Runs once the queue is closed.
  public void afterClose(Runnable action) {
    afterClose = action;
  }

  private JobClaim claimed(RunningJob job) {
    jobs.update(job);
    var claim = new Claim(job);
    claimed.add(claim);
    return claim;
  }

  private boolean letGo(JobClaim claim, Job job) {
    if (!claimed.remove(claim)) {
      return false;
    }
    jobs.update(job);
    return true;
  }
}
