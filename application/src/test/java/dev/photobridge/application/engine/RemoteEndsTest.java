package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.testing.InMemoryJobRepository;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteEndsTest {
  private final InMemoryJobRepository jobs = new InMemoryJobRepository();
  private final JobWaiters waiters = new JobWaiters();
  private final WorkSignal signal = new WorkSignal();
  private final RemoteEnds ends = new RemoteEnds(jobs, waiters, signal);

  private static RunningJob running(int number) {
    return QueuedJob.accepted(anOrder().withId(aJobId(number)).build()).start(RECEIVED_AT);
  }

  /// A job that another node has ended.
  private FinishedJob ended(int number) {
    FinishedJob job = running(number).succeed(aMediaId(9), Cost.ZERO, RECEIVED_AT);
    jobs.put(job);
    return job;
  }

  @Test
  void theEndOfAJobWakesItsRequest() throws InterruptedException {
    FinishedJob job = ended(1);
    try (var waiter = waiters.register(job.id())) {
      ends.jobsEnded(List.of(aJobId(7), job.id()));

      assertThat(waiter.within(Duration.ZERO).join()).contains(job);
    }
  }

  @Test
  void otherRequestsGoOnWaiting() throws InterruptedException {
    FinishedJob told = ended(1);
    FinishedJob notTold = ended(2);
    try (var first = waiters.register(told.id());
        var second = waiters.register(notTold.id())) {
      ends.jobsEnded(List.of(told.id()));

      assertThat(second.within(Duration.ZERO).join()).isEmpty();
      assertThat(first.within(Duration.ZERO).join()).contains(told);
    }
  }

  @Test
  void aReportIsNotBelievedWithoutTheRecord() throws InterruptedException {
    jobs.put(running(1));
    try (var waiter = waiters.register(aJobId(1))) {
      ends.jobsEnded(List.of(aJobId(1)));

      assertThat(waiter.within(Duration.ZERO).join()).isEmpty();
    }
  }

  @Test
  void anEndWhoseReportWasLostIsFoundByLooking() throws InterruptedException {
    FinishedJob job = ended(1);
    jobs.put(running(2));
    try (var first = waiters.register(job.id());
        var second = waiters.register(aJobId(2))) {
      ends.look();

      assertThat(first.within(Duration.ZERO).join()).contains(job);
      assertThat(second.within(Duration.ZERO).join()).isEmpty();
    }
  }

  @Test
  void newJobsWakeTheDispatcher() throws InterruptedException {
    assertThat(signal.await(Duration.ZERO)).isFalse();

    ends.jobsQueued();

    assertThat(signal.await(Duration.ZERO)).isTrue();
  }
}
