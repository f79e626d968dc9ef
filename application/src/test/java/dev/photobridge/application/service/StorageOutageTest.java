package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.aQueuedJob;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.IngestPhotoCommand;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.testing.BoothForm;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.TestBooth;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/// What a storage that goes away for a while does to a photo that was accepted.
class StorageOutageTest {
  private final TestBridge bridge = new TestBridge(aCatalogue(), 10);

  @Test
  void aJobWhoseImagesCannotBeReadIsTriedAgainWithoutACall() throws InterruptedException {
    MediaId source = bridge.media.upload(aPhoto().build(), RECEIVED_AT.plusSeconds(600)).id();
    var order = anOrder().withId(aJobId(1)).withProvider(GEMINI).withSource(source).build();
    bridge.media.beAway(7);
    try (var waiter = bridge.waiters.register(order.id())) {
      var _ = bridge.queue.submit(QueuedJob.accepted(order));
      bridge.engine.start();

      assertThat(waiter.within(Duration.ofMinutes(1)).join().orElseThrow().state())
          .isEqualTo(JobState.SUCCEEDED);
    }
    bridge.stop();
    assertThat(bridge.gemini.calls()).hasSize(1);
  }

  @Test
  void aBoothGetsAPhotoThatIsReadyAsSoonAsItsStorageIsBack() throws Exception {
    bridge.gemini.always(
        ScriptedImageProvider.photo(aPhoto().build(), TestBridge.PRICE)
            .after(() -> bridge.media.beAway(2)));
    bridge.engine.start();

    IngestPhotoOutcome outcome =
        TestBooth.told(
            bridge.ingest.ingest(
                new IngestPhotoCommand(
                    Optional.empty(),
                    "slot-001",
                    Map.of(),
                    bridge.clock.stopwatch(),
                    BoothForm.with(aPhoto().build()))));

    bridge.stop();
    assertThat(outcome).isInstanceOf(IngestPhotoOutcome.Processed.class);
    assertThat(bridge.jobs.all().getFirst().state()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void aJobThatEndedHasEndedWhateverFollows() throws InterruptedException {
    MediaId source = bridge.media.upload(aPhoto().build(), RECEIVED_AT.plusSeconds(600)).id();
    var order = anOrder().withId(aJobId(1)).withProvider(GEMINI).withSource(source).build();
    bridge.gemini.always(
        ScriptedImageProvider.photo(aPhoto().build(), TestBridge.PRICE)
            .after(() -> bridge.media.beAway(1)));
    try (var waiter = bridge.waiters.register(order.id())) {
      var _ = bridge.queue.submit(QueuedJob.accepted(order));
      bridge.engine.start();

      assertThat(waiter.within(Duration.ofMinutes(1)).join().orElseThrow().state())
          .isEqualTo(JobState.SUCCEEDED);
    }
    bridge.stop();
    assertThat(bridge.trouble.all()).containsExactly(aJobId(1) + ": after its end: away");
  }

  @Test
  void aPhotoWhoseStorageStaysAwayIsLate() throws InterruptedException {
    bridge.media.beAway(Integer.MAX_VALUE);
    Queue<Duration> timeLeft =
        new ArrayDeque<>(List.of(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO));
    FinishedJob job =
        aQueuedJob()
            .start(RECEIVED_AT)
            .succeed(new MediaId(aJobId(7).value()), Cost.ZERO, RECEIVED_AT);

    IngestPhotoOutcome outcome =
        new IngestAnswers(bridge.media, _ -> {}).answer(job, timeLeft::remove);

    assertThat(outcome).isEqualTo(new IngestPhotoOutcome.TooLate(job.id()));
    assertThat(timeLeft).isEmpty();
  }
}
