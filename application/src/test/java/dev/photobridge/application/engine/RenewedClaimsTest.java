package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aQueuedJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.CallNotes;
import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.application.port.out.Workplaces;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenewedClaimsTest {
  private final JobClaim claim = new Claim(aQueuedJob().start(RECEIVED_AT));
  private final RunningClaims claims = new RunningClaims();

  @AfterEach
  void lowerTheFlag() {
    var _ = Thread.interrupted();
  }

  @Test
  void whoWorksOnALostClaimIsStopped() {
    claims.begun(claim);

    claims.renew(new LosingQueue(() -> {}));

    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void whoLetTheClaimGoMeanwhileIsNot() {
    claims.begun(claim);

    claims.renew(new LosingQueue(() -> claims.ended(claim)));

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private record Claim(RunningJob job) implements JobClaim {
    @Override
    public CallNotes call() {
      return new CallNotes();
    }
  }

  /// Has lost all claims by the time they are to be renewed.
  private record LosingQueue(Runnable meanwhile) implements JobQueue {
    @Override
    public List<JobClaim> renew(Collection<JobClaim> held) {
      meanwhile.run();
      return List.copyOf(held);
    }

    @Override
    public void serve(Workplaces places) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SubmitOutcome submit(QueuedJob job) {
      throw new UnsupportedOperationException();
    }

    @Override
    public QueueLoad load(ProviderId provider, SlotAddress slot, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<JobClaim> claim(Map<ProviderId, Integer> freePlaces, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean release(JobClaim held, ReleasedJob job, AttemptEnd attempt, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean park(JobClaim held, WaitingJob job) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean wake(JobId job, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
