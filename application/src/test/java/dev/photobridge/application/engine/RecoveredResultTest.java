package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobProgress;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.JobTarget;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.Cost;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Jobs whose worker was lost: what it may have paid for is not paid for again.
@Timeout(60)
class RecoveredResultTest {
  private static final PhotoFacts KEPT = aPhoto().withSize(640, 480).build();

  private final TestBridge bridge = new TestBridge(aCatalogue(), 10);

  /// A job of which so many workers were lost, taken by the next one.
  private JobClaim claimAfterLosing(int workers) {
    return TestClaims.claim(
        bridge, 1, new JobProgress(workers, workers, Cost.ZERO, JobTarget.MAIN));
  }

  private MediaObject keptByALostWorker(byte[] bytes) throws IOException {
    try (MediaDraft draft = TextPhotos.draft(bridge.media::begin, bytes)) {
      return bridge.media.keep(
          draft,
          new NewMedia(MediaKind.RESULT, KEPT, RECEIVED_AT, RECEIVED_AT.plusSeconds(9), aJobId(1)));
    }
  }

  private FinishedJob run(JobClaim claim) {
    bridge.runner.run(claim);
    assertThat(bridge.media.openDrafts()).as("drafts left open").isZero();
    assertThat(bridge.jobs.find(aJobId(1)).orElseThrow()).isInstanceOf(FinishedJob.class);
    return (FinishedJob) bridge.jobs.find(aJobId(1)).orElseThrow();
  }

  private void assertKeptOneIsDelivered(FinishedJob job) {
    assertThat(job.end()).isInstanceOf(JobEnd.Succeeded.class);
    MediaObject result = bridge.media.find(((JobEnd.Succeeded) job.end()).result()).orElseThrow();
    assertThat(result.facts()).isEqualTo(KEPT);
    assertThat(bridge.gemini.calls()).isEmpty();
  }

  @Test
  void aResultThatIsKeptAndRecordedNeedsNoCall() throws IOException {
    keptByALostWorker(TextPhotos.bytes(KEPT));

    assertKeptOneIsDelivered(run(claimAfterLosing(1)));
  }

  @Test
  void aResultThatIsKeptWithoutARowGetsOneAndNeedsNoCall() throws IOException {
    bridge.media.deleteRow(keptByALostWorker(TextPhotos.bytes(KEPT)).id());
    bridge.clock.advance(Duration.ofSeconds(20));

    assertKeptOneIsDelivered(run(claimAfterLosing(1)));

    assertThat(bridge.media.find(aJobId(1).result()).orElseThrow().expiresAt())
        .isEqualTo(RECEIVED_AT.plusSeconds(20).plus(Duration.ofDays(3)));
  }

  @Test
  void aJobWithoutAResultIsRunAgain() {
    assertThat(run(claimAfterLosing(1)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(bridge.gemini.calls()).hasSize(1);
  }

  @Test
  void aJobWhoseFileIsNoImageIsRunAgain() throws IOException {
    bridge.media.deleteRow(keptByALostWorker(new byte[10]).id());

    assertThat(run(claimAfterLosing(1)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(bridge.gemini.calls()).hasSize(1);
  }

  @Test
  void aJobThatIsLostTooOftenFailsWithoutAnotherCall() {
    FinishedJob job = run(claimAfterLosing(2));

    assertThat(job.end())
        .isInstanceOfSatisfying(
            JobEnd.Failed.class,
            failed -> assertThat(failed.failure().kind()).isEqualTo(FailureKind.INTERRUPTED));
    assertThat(bridge.gemini.calls()).isEmpty();
    assertThat(bridge.jobs.attempts(job.id())).hasSize(1);
  }

  @Test
  void aJobThatIsLostTooOftenStillDeliversWhatIsKept() throws IOException {
    keptByALostWorker(TextPhotos.bytes(KEPT));

    assertKeptOneIsDelivered(run(claimAfterLosing(2)));
  }

  @Test
  void aJobWhoseLifetimeIsOverStillDeliversWhatIsKept() throws IOException {
    keptByALostWorker(TextPhotos.bytes(KEPT));
    JobClaim claim = claimAfterLosing(1);
    bridge.clock.advance(Duration.ofMinutes(10));

    FinishedJob job = run(claim);

    assertKeptOneIsDelivered(job);
    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED_LATE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aResultWhoseRowCanNotBeWrittenAtOnceIsNotPaidForAgain(int failures) {
    var claim = TestClaims.claim(bridge, 1, JobProgress.NONE);
    var left = new AtomicInteger(failures);
    bridge.media.beforeRow(
        () -> {
          if (left.getAndDecrement() > 0) {
            throw new IllegalStateException("the database is down");
          }
        });

    FinishedJob job = run(claim);

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(job.cost()).isEqualTo(TestBridge.PRICE);
    assertThat(bridge.gemini.calls()).hasSize(1);
    assertThat(bridge.media.all(MediaKind.RESULT)).hasSize(1);
  }

  @Test
  void aResultThatIsNowhereIsAFailureThatCostSomething() {
    var claim = TestClaims.claim(bridge, 1, JobProgress.NONE);
    bridge.media.beforeRow(
        () -> {
          bridge.media.deleteBytes(aJobId(1).result());
          throw new IllegalStateException("a bug");
        });

    FinishedJob job = run(claim);

    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.cost()).isEqualTo(TestBridge.PRICE);
  }

  @Test
  void aWorkerThatIsStoppedWhileARowCanNotBeWrittenHandsItsJobBack() {
    var claim = TestClaims.claim(bridge, 1, JobProgress.NONE);
    bridge.gemini.then(ScriptedImageProvider.photo(KEPT, TestBridge.PRICE));
    bridge.media.beforeRow(
        () -> {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("the database is down");
        });

    bridge.runner.run(claim);
    bridge.media.beforeRow(() -> {});

    assertThat(Thread.interrupted()).as("the job can be handed back undisturbed").isFalse();
    assertThat(bridge.jobs.find(aJobId(1)).orElseThrow().state()).isEqualTo(JobState.QUEUED);
    JobClaim next =
        bridge.queue.claim(Map.of(claim.job().setup().provider(), 1), RECEIVED_AT).getFirst();
    assertThat(run(next).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(bridge.gemini.calls()).as("paid once").hasSize(1);
  }
}
