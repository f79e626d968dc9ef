package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.engine.JobWaiters;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.testing.InMemoryJobRepository;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.InMemoryProcessingLog;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobProgress;
import dev.photobridge.domain.job.JobTarget;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.provider.Cost;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JobRecoveryTest {
  private static final Instant NOW = RECEIVED_AT.plusSeconds(5);

  private final InMemoryJobRepository jobs = new InMemoryJobRepository();
  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final JobWaiters waiters = new JobWaiters();
  private final InMemoryProcessingLog log = new InMemoryProcessingLog();
  private final JobRecovery recovery =
      new JobRecovery(jobs, media, waiters, log, new SettableClock(NOW));

  private QueuedJob queued(int number) {
    MediaId source = media.upload(aPhoto().build(), NOW.plusSeconds(600)).id();
    return QueuedJob.accepted(anOrder().withId(aJobId(number)).withSource(source).build());
  }

  private FinishedJob found(JobId id) {
    assertThat(jobs.find(id)).get().isInstanceOf(FinishedJob.class);
    return (FinishedJob) jobs.find(id).orElseThrow();
  }

  @Test
  void endsWhatWasOpen() {
    QueuedJob waiting = queued(1);
    RunningJob running =
        new RunningJob(
            queued(2).order(), new JobProgress(2, 0, new Cost(7), JobTarget.MAIN), NOW, null);
    jobs.put(waiting);
    jobs.put(running);

    assertThat(recovery.endOpenJobs()).isEqualTo(2);

    assertThat(found(waiting.id()).attempts()).isZero();
    assertThat(found(running.id()).attempts()).isEqualTo(2);
    assertThat(found(running.id()).cost()).isEqualTo(new Cost(7));
    for (Job job : jobs.all()) {
      assertThat(found(job.id()).finishedAt()).isEqualTo(NOW);
      assertThat(found(job.id()).end())
          .isInstanceOfSatisfying(
              JobEnd.Failed.class,
              failed -> assertThat(failed.failure().kind()).isEqualTo(FailureKind.INTERRUPTED));
      assertThat(media.find(job.order().source()).orElseThrow().isExpiredAt(NOW)).isTrue();
    }
  }

  @Test
  void whatWasSharedForAJobIsDead() throws IOException {
    QueuedJob waiting = queued(1);
    jobs.put(waiting);
    MediaId shared;
    try (MediaDraft draft = media.begin()) {
      var copy =
          new NewMedia(MediaKind.SHARED, aPhoto().build(), NOW, NOW.plusSeconds(600), waiting.id());
      shared = media.keep(draft, copy).id();
    }

    recovery.endOpenJobs();

    assertThat(media.find(shared).orElseThrow().isExpiredAt(NOW)).isTrue();
  }

  @Test
  void wakesTheBoothsThatWait() throws InterruptedException {
    QueuedJob waiting = queued(1);
    jobs.put(waiting);

    try (var waiter = waiters.register(waiting.id())) {
      recovery.endOpenJobs();

      assertThat(waiter.within(Duration.ofMinutes(1)).join()).contains(found(waiting.id()));
    }
  }

  @Test
  void leavesWhatHasEnded() {
    Job ended = queued(1).start(NOW).succeed(aMediaId(9), Cost.ZERO, NOW);
    jobs.put(ended);

    assertThat(recovery.endOpenJobs()).isZero();

    assertThat(jobs.find(ended.id())).contains(ended);
    assertThat(media.find(ended.order().source()).orElseThrow().isExpiredAt(NOW)).isFalse();
  }
}
