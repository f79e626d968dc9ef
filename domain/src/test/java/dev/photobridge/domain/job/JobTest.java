package dev.photobridge.domain.job;

import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aQueuedJob;
import static dev.photobridge.domain.testing.JobFixtures.aRunningJob;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTest {
  private static final Instant LATER = RECEIVED_AT.plusSeconds(5);
  private static final Cost SPENT = new Cost(40);
  private static final Cost BILLED = new Cost(2);
  private static final DeferredCall CALL = new DeferredCall("117");

  private final JobOrder order = anOrder().build();
  private final QueuedJob waitingAgain = new QueuedJob(order, progress(1, SPENT), LATER);
  private final RunningJob secondAttempt = new RunningJob(order, progress(2, SPENT), LATER, null);

  @Test
  void anAcceptedJobMayStartAtOnce() {
    assertThat(aQueuedJob()).isEqualTo(new QueuedJob(order, JobProgress.NONE, RECEIVED_AT));
    assertThat(aQueuedJob().state()).isEqualTo(JobState.QUEUED);
    assertThat(aQueuedJob().id()).isEqualTo(order.id());
  }

  @Test
  void anAttemptCountsFromItsStart() {
    assertThat(aQueuedJob().start(LATER))
        .isEqualTo(new RunningJob(order, progress(1, Cost.ZERO), LATER, null));
    assertThat(waitingAgain.start(LATER)).isEqualTo(secondAttempt);
    assertThat(secondAttempt.state()).isEqualTo(JobState.RUNNING);
    assertThat(secondAttempt.id()).isEqualTo(order.id());
  }

  @ParameterizedTest
  @CsvSource({
    "0,false,SUCCEEDED",
    "47999999999,false,SUCCEEDED",
    "48000000000,false,SUCCEEDED",
    "48000000001,true,SUCCEEDED_LATE",
    "700000000000,true,SUCCEEDED_LATE"
  })
  void aResultIsLateOnceTheBoothHasItsAnswer(long afterNanos, boolean late, JobState state) {
    Instant at = RECEIVED_AT.plusNanos(afterNanos);

    FinishedJob job = aRunningJob().succeed(aMediaId(9), BILLED, at);

    assertThat(job)
        .isEqualTo(
            new FinishedJob(
                order, progress(1, BILLED), new JobEnd.Succeeded(aMediaId(9), late), at));
    assertThat(job.state()).isEqualTo(state);
  }

  @Test
  void aFailedJobSaysWhy() {
    var failure = new JobFailure(FailureKind.NO_IMAGE, "NO_IMAGE", "only text", BILLED);

    FinishedJob job = aRunningJob().fail(failure, LATER);

    assertThat(job)
        .isEqualTo(new FinishedJob(order, progress(1, BILLED), new JobEnd.Failed(failure), LATER));
    assertThat(job.state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void anExpiredJobIsGivenUp() {
    FinishedJob job = aRunningJob().expire(BILLED, LATER);

    assertThat(job)
        .isEqualTo(new FinishedJob(order, progress(1, BILLED), new JobEnd.Expired(), LATER));
    assertThat(job.state()).isEqualTo(JobState.EXPIRED);
  }

  @Test
  void aJobToBeTriedAgainKeepsCountingAttempts() {
    QueuedJob again = secondAttempt.retry(BILLED, LATER.plusSeconds(2));

    assertThat(again)
        .isEqualTo(new QueuedJob(order, progress(2, new Cost(42)), LATER.plusSeconds(2)));
  }

  @Test
  void everyEndCarriesTheCostOfAllAttempts() {
    var failure = new JobFailure(FailureKind.REFUSED, "SAFETY", "", BILLED);

    assertThat(secondAttempt.succeed(aMediaId(9), BILLED, LATER).cost()).isEqualTo(new Cost(42));
    assertThat(secondAttempt.fail(failure, LATER).cost()).isEqualTo(new Cost(42));
    assertThat(secondAttempt.expire(BILLED, LATER).cost()).isEqualTo(new Cost(42));
    assertThat(waitingAgain.fail(failure, LATER).cost()).isEqualTo(new Cost(42));
  }

  @Test
  void aWaitingJobCanFailWithoutAnotherAttempt() {
    var failure = JobFailure.of(FailureKind.INTERRUPTED, "SERVER_STOPPED", "");

    FinishedJob job = aQueuedJob().fail(failure, LATER);

    assertThat(job)
        .isEqualTo(new FinishedJob(order, JobProgress.NONE, new JobEnd.Failed(failure), LATER));
  }

  @Test
  void aDeferredCallWaitsAndIsResumedInTheSameAttempt() {
    WaitingJob waiting = secondAttempt.await(CALL, LATER.plusSeconds(3));

    assertThat(waiting.state()).isEqualTo(JobState.WAITING_PROVIDER);
    assertThat(waiting.checkAt()).isEqualTo(LATER.plusSeconds(3));
    assertThat(waiting.wake(LATER)).isEqualTo(secondAttempt.await(CALL, LATER));
    RunningJob resumed = waiting.resume();
    assertThat(resumed.deferredCall()).contains(CALL);
    assertThat(resumed.progress()).isEqualTo(secondAttempt.progress());
    assertThat(resumed.startedAt()).isEqualTo(secondAttempt.startedAt());
    var failure = JobFailure.of(FailureKind.INTERRUPTED, "SERVER_STOPPED", "");
    assertThat(waiting.fail(failure, LATER))
        .isEqualTo(new FinishedJob(order, progress(2, SPENT), new JobEnd.Failed(failure), LATER));
  }

  @Test
  void aJobTakenOverCountsTheLostAttemptUnlessItsCallIsKnown() {
    RunningJob takenOver = secondAttempt.takeOver(LATER);

    assertThat(takenOver.progress()).isEqualTo(new JobProgress(3, 1, SPENT, JobTarget.MAIN));
    RunningJob asked = secondAttempt.await(CALL, LATER).resume();
    assertThat(asked.takeOver(LATER)).isEqualTo(asked);
  }

  @Test
  void aJobHandedBackGoesOnWhereItIsKnownToBe() {
    assertThat(secondAttempt.handBack(LATER))
        .isEqualTo(new QueuedJob(order, new JobProgress(2, 1, SPENT, JobTarget.MAIN), LATER));
    RunningJob asked = secondAttempt.await(CALL, LATER).resume();
    assertThat(asked.handBack(LATER)).isEqualTo(secondAttempt.await(CALL, LATER));
  }

  @Test
  void theFallbackIsUsedOnceAndOnlyWhereThereIsOne() {
    SlotSetup fallback = aSetup(LOCAL);
    JobOrder withFallback = anOrder().withFallback(fallback).build();
    RunningJob main = QueuedJob.accepted(withFallback).start(LATER);

    assertThat(main.canFallBack()).isTrue();
    assertThat(main.setup()).isEqualTo(withFallback.setup());
    QueuedJob next = main.fallBack(BILLED, LATER);
    assertThat(next.setup()).isEqualTo(fallback);
    assertThat(next.cost()).isEqualTo(BILLED);

    RunningJob second = next.start(LATER);
    assertThat(second.setup()).isEqualTo(fallback);
    assertThat(second.canFallBack()).isFalse();
    assertThatThrownBy(() -> second.fallBack(BILLED, LATER))
        .isInstanceOf(IllegalStateException.class);
    assertThat(secondAttempt.canFallBack()).isFalse();
    assertThatThrownBy(() -> order.setup(JobTarget.FALLBACK))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void attemptsFitTheState() {
    assertThatThrownBy(() -> progress(-1, SPENT)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JobProgress(1, 2, SPENT, JobTarget.MAIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RunningJob(order, JobProgress.NONE, LATER, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WaitingJob(order, JobProgress.NONE, LATER, CALL, LATER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DeferredCall(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DeferredCall("9".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JobProgress progress(int attempts, Cost cost) {
    return new JobProgress(attempts, 0, cost, JobTarget.MAIN);
  }

  private static SlotSetup aSetup(ProviderId provider) {
    return new SlotSetup(provider, new OperationId("change_image"), SlotSettings.NONE);
  }
}
