package dev.photobridge.domain.job;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aQueuedJob;
import static dev.photobridge.domain.testing.JobFixtures.aRunningJob;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.domain.provider.Cost;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTest {
  private static final Instant LATER = RECEIVED_AT.plusSeconds(5);
  private static final Cost SPENT = new Cost(40);
  private static final Cost BILLED = new Cost(2);

  private final JobOrder order = anOrder().build();
  private final QueuedJob waitingAgain = new QueuedJob(order, 1, SPENT, LATER);
  private final RunningJob secondAttempt = new RunningJob(order, 2, SPENT, LATER);

  @Test
  void anAcceptedJobMayStartAtOnce() {
    assertThat(aQueuedJob()).isEqualTo(new QueuedJob(order, 0, Cost.ZERO, RECEIVED_AT));
    assertThat(aQueuedJob().state()).isEqualTo(JobState.QUEUED);
    assertThat(aQueuedJob().id()).isEqualTo(order.id());
  }

  @Test
  void anAttemptCountsFromItsStart() {
    assertThat(aQueuedJob().start(LATER)).isEqualTo(new RunningJob(order, 1, Cost.ZERO, LATER));
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
        .isEqualTo(new FinishedJob(order, 1, new JobEnd.Succeeded(aMediaId(9), BILLED, late), at));
    assertThat(job.state()).isEqualTo(state);
  }

  @Test
  void aFailedJobSaysWhy() {
    var failure = new JobFailure(FailureKind.NO_IMAGE, "NO_IMAGE", "only text", BILLED);

    FinishedJob job = aRunningJob().fail(failure, LATER);

    assertThat(job).isEqualTo(new FinishedJob(order, 1, new JobEnd.Failed(failure), LATER));
    assertThat(job.state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void anExpiredJobIsGivenUp() {
    FinishedJob job = aRunningJob().expire(BILLED, LATER);

    assertThat(job).isEqualTo(new FinishedJob(order, 1, new JobEnd.Expired(BILLED), LATER));
    assertThat(job.state()).isEqualTo(JobState.EXPIRED);
  }

  @Test
  void aJobToBeTriedAgainKeepsCountingAttempts() {
    QueuedJob again = secondAttempt.retry(BILLED, LATER.plusSeconds(2));

    assertThat(again).isEqualTo(new QueuedJob(order, 2, new Cost(42), LATER.plusSeconds(2)));
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

    assertThat(job).isEqualTo(new FinishedJob(order, 0, new JobEnd.Failed(failure), LATER));
  }

  @Test
  void attemptsFitTheState() {
    assertThatThrownBy(() -> new QueuedJob(order, -1, SPENT, LATER))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RunningJob(order, 0, SPENT, LATER))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
