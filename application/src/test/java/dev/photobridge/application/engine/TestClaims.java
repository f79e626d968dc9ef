package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobProgress;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.MediaId;
import java.util.Map;

/// Claims of jobs at `gemini` on a bridge whose engine does not run.
final class TestClaims {
  private TestClaims() {}

  /// Queues a job that has come this far already, and takes it.
  static JobClaim claim(TestBridge bridge, int number, JobProgress progress) {
    MediaId source =
        bridge.media.upload(aPhoto().build(), bridge.clock.instant().plusSeconds(600)).id();
    JobOrder order = anOrder().withId(aJobId(number)).withSource(source).build();
    bridge.jobs.put(new QueuedJob(order, progress, order.receivedAt()));
    return bridge.queue.claim(Map.of(GEMINI, 1), bridge.clock.instant()).getFirst();
  }
}
