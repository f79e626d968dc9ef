package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobProgress;
import dev.photobridge.domain.job.JobState;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunningClaimsTest {
  private final TestBridge bridge = new TestBridge(aCatalogue(), 10);
  private final RunningClaims claims = new RunningClaims();
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @BeforeEach
  void holdTheProvider() {
    bridge.gemini.then(
        ScriptedImageProvider.photo(aPhoto().build(), TestBridge.PRICE)
            .after(release)
            .after(called::countDown));
  }

  @AfterEach
  void release() {
    release.countDown();
  }

  /// Works on a claim until its provider was called.
  private Thread worker() throws InterruptedException {
    JobClaim claim = TestClaims.claim(bridge, 1, JobProgress.NONE);
    Thread worker =
        Thread.ofVirtual()
            .start(
                () -> {
                  claims.begun(claim);
                  bridge.runner.run(claim);
                  claims.ended(claim);
                });
    called.await();
    return worker;
  }

  private Job job() {
    return bridge.jobs.find(aJobId(1)).orElseThrow();
  }

  @Test
  void aWorkerWhoseClaimIsLostStopsAndWhatItBroughtIsDropped() throws InterruptedException {
    Thread worker = worker();
    bridge.queue.loseClaims();

    claims.renew(bridge.queue);
    worker.join();

    assertThat(release.getCount()).as("the provider had not answered").isEqualTo(1);
    assertThat(bridge.trouble.all()).containsExactly(aJobId(1) + ": claim lost");
    assertThat(job().state()).as("whoever took it has it still").isEqualTo(JobState.RUNNING);
    assertThat(job().progress().lostAttempts()).isZero();
  }

  @Test
  void aWorkerWhoseClaimHoldsGoesOn() throws InterruptedException {
    Thread worker = worker();

    claims.renew(bridge.queue);
    release.countDown();
    worker.join();

    assertThat(job().state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(bridge.trouble.all()).isEmpty();
  }

  @Test
  void aClaimThatHasEndedIsNotRenewedAnyMore() {
    JobClaim claim = TestClaims.claim(bridge, 1, JobProgress.NONE);
    claims.begun(claim);
    claims.ended(claim);
    bridge.queue.loseClaims();

    claims.renew(bridge.queue);

    assertThat(Thread.interrupted()).isFalse();
  }
}
