package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aFailure;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.RerunJobOutcome;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.ProcessingStatus;
import dev.photobridge.domain.testing.CatalogueFixtures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RerunJobServiceTest {
  private final TestBridge bridge = new TestBridge(CatalogueFixtures.aCatalogue(), 2);
  private final RerunJobService service =
      new RerunJobService(
          bridge.jobs,
          bridge.operators,
          new JobViews(bridge.jobs, bridge.media, bridge.claims, bridge.clock));

  private final MediaObject photo =
      bridge.media.upload(aPhoto().build(), RECEIVED_AT.plusSeconds(60));
  private final QueuedJob accepted = QueuedJob.accepted(anOrder().withSource(photo.id()).build());

  private FinishedJob failed() {
    FinishedJob job = accepted.start(RECEIVED_AT).fail(aFailure(FailureKind.REFUSED), RECEIVED_AT);
    bridge.jobs.put(job);
    return job;
  }

  private Job rerun() throws IOException {
    return ((RerunJobOutcome.Queued) service.rerun(SERG, failed().id())).job().job();
  }

  private FinishedJob ended(Job job) throws InterruptedException {
    try (var waiter = bridge.waiters.register(job.id())) {
      bridge.engine.start();
      return waiter.within(Duration.ofMinutes(1)).join().orElseThrow();
    } finally {
      bridge.stop();
    }
  }

  @Test
  void makesANewJobOfTheSamePhotoWithTheSameSettings() throws IOException {
    bridge.clock.advance(Duration.ofSeconds(20));

    Job job = rerun();

    JobOrder before = accepted.order();
    JobOrder order = job.order();
    assertThat(bridge.jobs.find(job.id())).contains(job);
    assertThat(job.state()).isEqualTo(JobState.QUEUED);
    assertThat(order.origin()).isEqualTo(new JobOrigin.Rerun(before.id()));
    assertThat(order.setup()).isEqualTo(before.setup());
    assertThat(order.slot()).isEqualTo(before.slot());
    assertThat(order.fields()).isEqualTo(before.fields());
    assertThat(order.duplicate()).isEmpty();
    Instant now = bridge.clock.instant();
    assertThat(order.receivedAt()).isEqualTo(now);
    assertThat(order.answerBy()).isEqualTo(now.plusSeconds(48));
  }

  @Test
  void theNewJobHasACopyOfThePhotoThatLivesAsLongAsTheJob() throws IOException {
    Job job = rerun();
    bridge.media.delete(photo.id());

    MediaObject copy = bridge.media.find(job.order().source()).orElseThrow();
    assertThat(copy.kind()).isEqualTo(MediaKind.SOURCE);
    assertThat(copy.expiresAt()).isEqualTo(job.order().expiresAt());
    assertThat(bridge.media.file(copy).open()).hasBinaryContent(TextPhotos.bytes(copy.facts()));
    assertThat(bridge.media.openDrafts()).isZero();
  }

  @Test
  void itsEndCountsInTheCostsOnce() throws Exception {
    FinishedJob job = ended(rerun());

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(bridge.log.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.origin()).isEqualTo(ProcessingOrigin.OPERATOR);
              assertThat(row.slot()).isEqualTo(job.order().slot());
              assertThat(row.job()).contains(job.id());
              assertThat(row.status()).isEqualTo(ProcessingStatus.SUCCESS);
              assertThat(row.cost()).isEqualTo(TestBridge.PRICE);
            });
  }

  @Test
  void itsCostIsWrittenDownBeforeItHasEnded() throws Exception {
    bridge.queue.beforeRelease(
        () ->
            assertThat(bridge.log.rows())
                .extracting(ProcessingLogEntry::cost)
                .containsExactly(TestBridge.PRICE));
    FinishedJob job = ended(rerun());

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(bridge.trouble.all()).isEmpty();
  }

  @Test
  void aPhotoThatIsGoneCanNotBeProcessedAgain() throws IOException {
    failed();
    bridge.media.delete(photo.id());

    assertThat(service.rerun(SERG, accepted.id())).isEqualTo(new RerunJobOutcome.SourceDeleted());
    assertThat(bridge.jobs.all()).hasSize(1);
    assertThat(bridge.media.openDrafts()).isZero();
  }

  @Test
  void aPhotoWhoseTimeIsOverIsAsGoodAsGone() throws IOException {
    failed();
    bridge.clock.set(photo.expiresAt());

    assertThat(service.rerun(SERG, accepted.id())).isEqualTo(new RerunJobOutcome.SourceDeleted());
  }

  @Test
  void aJobThatGoesOnIsNotRunTwice() throws IOException {
    bridge.jobs.put(accepted);
    assertThat(service.rerun(SERG, accepted.id())).isEqualTo(new RerunJobOutcome.NotFinished());

    bridge.jobs.put(accepted.start(RECEIVED_AT));
    assertThat(service.rerun(SERG, accepted.id())).isEqualTo(new RerunJobOutcome.NotFinished());
  }

  @Test
  void nobodyRunsAnotherAccountsJob() throws IOException {
    failed();

    assertThat(service.rerun(IGOR, accepted.id())).isEqualTo(new RerunJobOutcome.JobUnknown());
    assertThat(service.rerun(SERG, aJobId(99))).isEqualTo(new RerunJobOutcome.JobUnknown());
  }

  @Test
  void aFullQueueTakesNoneAndLetsItsCopyGo() throws IOException {
    rerun();
    rerun();

    assertThat(service.rerun(SERG, accepted.id())).isEqualTo(new RerunJobOutcome.QueueFull());
    assertThat(bridge.media.all(MediaKind.SOURCE))
        .extracting(MediaObject::expiresAt)
        .contains(RECEIVED_AT.plusSeconds(60))
        .hasSize(3);
  }

  @Test
  void aServerThatStopsTakesNone() throws IOException {
    failed();
    bridge.queue.close();

    assertThat(service.rerun(SERG, accepted.id())).isEqualTo(new RerunJobOutcome.Stopping());
  }
}
