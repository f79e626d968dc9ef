package dev.photobridge.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What every job queue must do. Each adapter's test extends it.
public abstract class JobQueueContract {
  /// A moment for tests; has no more than microseconds, as databases do.
  protected static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final ProviderId GEMINI = new ProviderId("gemini");
  private static final ProviderId LOCAL = new ProviderId("local");

  /// A new, empty queue with room for so many waiting jobs.
  protected abstract JobQueue queue(int capacity);

  /// The record that the queue made last keeps.
  protected abstract JobRepository jobs();

  @Test
  void aSubmittedJobIsRecordedAndCanBeClaimedOnce() {
    JobQueue queue = queue(10);
    QueuedJob job = job(GEMINI, 0);

    assertThat(queue.submit(job)).isEqualTo(new SubmitOutcome.Queued());
    assertThat(jobs().find(job.id())).contains(job);

    List<JobClaim> claims = queue.claim(Map.of(GEMINI, 5), NOW);
    assertThat(running(claims)).containsExactly(job.start(NOW));
    assertThat(jobs().find(job.id())).contains(job.start(NOW));
    assertThat(queue.claim(Map.of(GEMINI, 5), NOW)).isEmpty();
  }

  @Test
  void theOldestGoFirstWhateverTheOrderOfSubmission() {
    JobQueue queue = queue(10);
    QueuedJob younger = submitted(queue, job(GEMINI, 2));
    QueuedJob oldest = submitted(queue, job(GEMINI, 0));
    QueuedJob middle = submitted(queue, job(GEMINI, 1));

    Instant later = NOW.plusSeconds(10);
    assertThat(running(queue.claim(Map.of(GEMINI, 2), later)))
        .containsExactly(oldest.start(later), middle.start(later));
    assertThat(running(queue.claim(Map.of(GEMINI, 2), later)))
        .containsExactly(younger.start(later));
  }

  @Test
  void eachProviderGetsNoMoreThanItsFreePlaces() {
    JobQueue queue = queue(10);
    submitted(queue, job(GEMINI, 0));
    submitted(queue, job(GEMINI, 1));
    QueuedJob local = submitted(queue, job(LOCAL, 2));

    Instant later = NOW.plusSeconds(10);
    assertThat(queue.claim(Map.of(), later)).isEmpty();
    assertThat(running(queue.claim(Map.of(LOCAL, 3), later))).containsExactly(local.start(later));
    assertThat(queue.claim(Map.of(GEMINI, 1, LOCAL, 1), later)).hasSize(1);
  }

  @Test
  void aFullQueueRefusesAndHasRoomAgainOnceAJobIsClaimed() {
    JobQueue queue = queue(2);
    submitted(queue, job(GEMINI, 0));
    assertThat(queue.isFull()).isFalse();
    submitted(queue, job(GEMINI, 1));
    assertThat(queue.isFull()).isTrue();

    QueuedJob refused = job(GEMINI, 2);
    assertThat(queue.submit(refused)).isEqualTo(new SubmitOutcome.Full(2));
    assertThat(jobs().find(refused.id())).isEmpty();

    assertThat(queue.claim(Map.of(GEMINI, 1), NOW)).hasSize(1);
    assertThat(queue.isFull()).isFalse();
    assertThat(queue.submit(refused)).isEqualTo(new SubmitOutcome.Queued());
  }

  @Test
  void aFinishedJobIsRecordedAndItsClaimIsUsedUp() {
    JobQueue queue = queue(10);
    submitted(queue, job(GEMINI, 0));
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    FinishedJob finished =
        claim.job().succeed(new MediaId(UUID.randomUUID()), new Cost(33_600), NOW.plusSeconds(6));

    assertThat(queue.finish(claim, finished)).isTrue();

    assertThat(jobs().find(finished.id())).contains(finished);
    FinishedJob again = claim.job().fail(failure(), NOW.plusSeconds(7));
    assertThat(queue.finish(claim, again)).isFalse();
    assertThat(queue.giveBack(claim, claim.job().retry(Cost.ZERO, NOW))).isFalse();
    assertThat(jobs().find(finished.id())).contains(finished);
    assertThat(queue.claim(Map.of(GEMINI, 1), NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void aJobGivenBackWaitsForItsTimeAndKeepsItsAttempts() {
    JobQueue queue = queue(10);
    submitted(queue, job(GEMINI, 0));
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    QueuedJob retry = claim.job().retry(new Cost(7), NOW.plusSeconds(3));

    assertThat(queue.giveBack(claim, retry)).isTrue();

    assertThat(jobs().find(retry.id())).contains(retry);
    assertThat(queue.claim(Map.of(GEMINI, 1), NOW.plusSeconds(2))).isEmpty();
    List<JobClaim> second = queue.claim(Map.of(GEMINI, 1), NOW.plusSeconds(3));
    assertThat(running(second)).containsExactly(retry.start(NOW.plusSeconds(3)));
    assertThat(second.getFirst().job().attempts()).isEqualTo(2);
    assertThat(queue.finish(claim, claim.job().fail(failure(), NOW)))
        .as("the first claim is over")
        .isFalse();
  }

  @Test
  void aJobGivenBackNeedsNoRoom() {
    JobQueue queue = queue(1);
    submitted(queue, job(GEMINI, 0));
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    submitted(queue, job(GEMINI, 1));

    assertThat(queue.giveBack(claim, claim.job().retry(Cost.ZERO, NOW))).isTrue();

    assertThat(queue.isFull()).isTrue();
    assertThat(queue.claim(Map.of(GEMINI, 5), NOW.plusSeconds(5))).hasSize(2);
  }

  @Test
  void aClosedQueueAcceptsNothingButLetsJobsBeClaimedAndEnded() {
    JobQueue queue = queue(10);
    submitted(queue, job(GEMINI, 0));
    queue.close();

    assertThat(queue.submit(job(GEMINI, 1))).isEqualTo(new SubmitOutcome.Closed());
    JobClaim claim = queue.claim(Map.of(GEMINI, 1), NOW).getFirst();
    assertThat(queue.finish(claim, claim.job().fail(failure(), NOW))).isTrue();
    assertThat(jobs().find(claim.job().id()))
        .get()
        .extracting(job -> job.state())
        .isEqualTo(JobState.FAILED);
  }

  @Test
  void manyWorkersNeverGetTheSameJob() throws InterruptedException, ExecutionException {
    int count = 200;
    JobQueue queue = queue(count);
    for (int i = 0; i < count; i++) {
      submitted(queue, job(GEMINI, 0));
    }
    var claimed = new ConcurrentLinkedQueue<JobId>();
    Callable<Void> worker =
        () -> {
          List<JobClaim> claims;
          do {
            claims = queue.claim(Map.of(GEMINI, 3), NOW);
            for (JobClaim claim : claims) {
              claimed.add(claim.job().id());
              assertThat(queue.finish(claim, claim.job().fail(failure(), NOW))).isTrue();
            }
          } while (!claims.isEmpty());
          return null;
        };
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var ended : workers.invokeAll(List.of(worker, worker, worker, worker))) {
        ended.get();
      }
    }

    assertThat(claimed).hasSize(count).doesNotHaveDuplicates();
  }

  @Test
  void manySubmittersNeverOverfillIt() throws InterruptedException, ExecutionException {
    JobQueue queue = queue(10);
    var attempts = new ArrayList<Callable<SubmitOutcome>>();
    for (int i = 0; i < 40; i++) {
      attempts.add(() -> queue.submit(job(GEMINI, 0)));
    }
    var outcomes = new ArrayList<SubmitOutcome>();
    try (var submitters = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : submitters.invokeAll(attempts)) {
        outcomes.add(outcome.get());
      }
    }

    assertThat(outcomes).filteredOn(SubmitOutcome.Queued.class::isInstance).hasSize(10);
    assertThat(outcomes).filteredOn(SubmitOutcome.Full.class::isInstance).hasSize(30);
  }

  /// A new job for this provider, received so many seconds after [#NOW].
  protected static QueuedJob job(ProviderId provider, int receivedAfterSec) {
    Instant receivedAt = NOW.plusSeconds(receivedAfterSec);
    var setup = new SlotSetup(provider, new OperationId("change_image"), SlotSettings.NONE);
    return QueuedJob.accepted(
        new JobOrder(
            new JobId(UUID.randomUUID()),
            new SlotAddress(new AccountName("serg"), SlotId.number(1)),
            setup,
            new MediaId(UUID.randomUUID()),
            Map.of("id", "CY04N068111304S2L_00000001."),
            receivedAt,
            receivedAt.plus(Duration.ofSeconds(48)),
            receivedAt.plus(Duration.ofMinutes(10))));
  }

  @CanIgnoreReturnValue
  private static QueuedJob submitted(JobQueue queue, QueuedJob job) {
    assertThat(queue.submit(job)).isEqualTo(new SubmitOutcome.Queued());
    return job;
  }

  private static JobFailure failure() {
    return JobFailure.of(FailureKind.UNAVAILABLE, "UNAVAILABLE", "overloaded");
  }

  private static List<RunningJob> running(List<JobClaim> claims) {
    return claims.stream().map(JobClaim::job).toList();
  }
}
