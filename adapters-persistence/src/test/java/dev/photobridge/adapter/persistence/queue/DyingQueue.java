package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.application.port.out.Workplaces;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A queue that from some moment on hears nothing more of its node, as if that had been killed.
final class DyingQueue implements JobQueue {
  private final CountDownLatch death = new CountDownLatch(1);
  private final CountDownLatch burial = new CountDownLatch(1);
  private volatile boolean diesAtRelease;
  private @Nullable JobQueue living;

  /// @param queue what it is as long as it lives
  DyingQueue over(JobQueue queue) {
    living = queue;
    return this;
  }

  /// The node dies when it wants to record the end of its first attempt.
  void dieAtRelease() {
    diesAtRelease = true;
  }

  void die() {
    death.countDown();
  }

  void awaitDeath() throws InterruptedException {
    death.await();
  }

  /// Lets the threads end that died in here.
  void bury() {
    death.countDown();
    burial.countDown();
  }

  private boolean isDead() {
    return death.getCount() == 0;
  }

  private JobQueue living() {
    return Objects.requireNonNull(living);
  }

  @Override
  public void serve(Workplaces places) {
    living()
        .serve(
            new Workplaces() {
              @Override
              public Map<ProviderId, Integer> free() {
                return isDead() ? Map.of() : places.free();
              }

              @Override
              public Instant now() {
                return places.now();
              }

              @Override
              public void vacated(List<JobClaim> claims) {
                places.vacated(claims);
              }

              @Override
              public void start(List<JobClaim> claims) {
                places.start(claims);
              }
            });
  }

  @Override
  public SubmitOutcome submit(QueuedJob job) {
    return living().submit(job);
  }

  @Override
  public QueueLoad load(ProviderId provider, SlotAddress slot, Instant now) {
    return living().load(provider, slot, now);
  }

  @Override
  public List<JobClaim> claim(Map<ProviderId, Integer> freePlaces, Instant now) {
    return isDead() ? List.of() : living().claim(freePlaces, now);
  }

  @Override
  public List<JobClaim> renew(Collection<JobClaim> claims) {
    return isDead() ? List.of() : living().renew(claims);
  }

  @Override
  public boolean release(JobClaim claim, ReleasedJob job, AttemptEnd attempt, Instant now) {
    if (diesAtRelease) {
      die();
    }
    if (!isDead()) {
      return living().release(claim, job, attempt, now);
    }
    try {
      burial.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  @Override
  public boolean park(JobClaim claim, WaitingJob job) {
    return living().park(claim, job);
  }

  @Override
  public boolean wake(JobId job, Instant now) {
    return living().wake(job, now);
  }

  @Override
  public void close() {
    living().close();
  }
}
