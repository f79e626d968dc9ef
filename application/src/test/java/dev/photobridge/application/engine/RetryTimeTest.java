package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aFailure;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobProgress;
import dev.photobridge.domain.job.JobState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A failed attempt is repeated while the usual time of the provider fits into the time left.
class RetryTimeTest {
  private final TestBridge bridge = new TestBridge(aCatalogue(), 10);

  @ParameterizedTest
  @CsvSource({
    "17,QUEUED", // 17 + 30 s, before the booth's answer at 48
    "18,FAILED",
    "49,QUEUED", // the booth has its answer; the job has until 600
    "569,QUEUED",
    "570,FAILED",
    "600,EXPIRED"
  })
  void whatTheProviderUsuallyTakesHasToFit(int failedAfterSeconds, JobState next) {
    bridge.times.record(GEMINI, Duration.ofSeconds(30));
    bridge.times.record(LOCAL, Duration.ofSeconds(999));
    bridge.gemini.then(
        ScriptedImageProvider.failure(aFailure(FailureKind.UNAVAILABLE))
            .after(() -> bridge.clock.set(RECEIVED_AT.plusSeconds(failedAfterSeconds))));

    JobClaim claim = TestClaims.claim(bridge, 1, JobProgress.NONE);
    bridge.runner.run(claim);

    assertThat(bridge.jobs.find(aJobId(1)).orElseThrow().state()).isEqualTo(next);
  }

  @Test
  void theTimeOfEachPhotoIsRemembered() {
    bridge.gemini.always(
        ScriptedImageProvider.failure(aFailure(FailureKind.REFUSED))
            .after(() -> bridge.clock.advance(Duration.ofSeconds(1))));
    bridge.gemini.then(
        call -> {
          bridge.clock.advance(Duration.ofSeconds(9));
          return ScriptedImageProvider.photo(call.photos().getFirst().facts(), TestBridge.PRICE)
              .to(call);
        });

    bridge.runner.run(TestClaims.claim(bridge, 1, JobProgress.NONE));
    bridge.runner.run(TestClaims.claim(bridge, 2, JobProgress.NONE));

    assertThat(bridge.times.median(GEMINI)).isEqualTo(Duration.ofSeconds(9));
  }
}
