package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aFailure;
import static dev.photobridge.domain.testing.JobFixtures.aQueuedJob;
import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.testing.InMemoryJobRepository;
import dev.photobridge.application.testing.RecordedMeters;
import dev.photobridge.application.testing.SimpleJobQueue;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.Cost;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeteredJobQueueTest {
  private static final Instant LATER = RECEIVED_AT.plusSeconds(3);
  private static final AttemptEnd FAILED = new AttemptEnd.Failed(aFailure(FailureKind.UNAVAILABLE));

  private final RecordedMeters meters = new RecordedMeters();
  private final MeteredJobQueue queue =
      new MeteredJobQueue(
          new SimpleJobQueue(new InMemoryJobRepository(), aCatalogue(), 10), meters);

  @Test
  void eachAttemptCountsWithWhatItAddedToTheBill() {
    var _ = queue.submit(aQueuedJob());
    JobClaim first = claim();
    RunningJob begun = first.job();
    assertThat(queue.release(first, begun.retry(new Cost(300), LATER), FAILED, LATER)).isTrue();
    JobClaim second = claim();

    assertThat(
            queue.release(
                second,
                second.job().succeed(aMediaId(2), new Cost(40), LATER),
                new AttemptEnd.Delivered(new Cost(40), 0),
                LATER))
        .isTrue();

    assertThat(meters.counted())
        .containsExactly(
            "spent gemini 300", "retry gemini", "spent gemini 40", "end gemini SUCCEEDED");
  }

  @Test
  void aJobThatIsHandedBackIsNoRetry() {
    var _ = queue.submit(aQueuedJob());
    JobClaim claim = claim();

    assertThat(queue.release(claim, claim.job().handBack(LATER), new AttemptEnd.Unknown(), LATER))
        .isTrue();

    assertThat(meters.counted()).isEmpty();
  }

  @Test
  void whatALostWorkerBringsIsNotCounted() {
    var _ = queue.submit(aQueuedJob());
    JobClaim claim = claim();
    var end = claim.job().fail(aFailure(FailureKind.REFUSED), LATER);
    assertThat(queue.release(claim, end, FAILED, LATER)).isTrue();

    assertThat(queue.release(claim, end, FAILED, LATER)).isFalse();

    assertThat(meters.counted()).containsExactly("end gemini FAILED");
  }

  private JobClaim claim() {
    return queue.claim(Map.of(GEMINI, 1), LATER).getFirst();
  }
}
