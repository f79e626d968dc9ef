package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.testing.BoothForm;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.TestBooth;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.media.PhotoFacts;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A booth whose provider answers later.
@Timeout(60)
class DeferredResultTest {
  private static final BoothForm FORM = BoothForm.with(aPhoto().build());
  private static final PhotoFacts RESULT = aPhoto().withSize(640, 480).build();

  private final TestBridge bridge = new TestBridge(aCatalogue(), 10);
  private final TestBooth booth = new TestBooth(bridge);
  private final CountDownLatch parked = new CountDownLatch(1);

  @BeforeEach
  void start() {
    bridge.queue.afterPark(parked::countDown);
    bridge.gemini.then(
        ScriptedImageProvider.deferral(new DeferredCall("queue-77"), Duration.ofSeconds(10)));
    bridge.gemini.thenAsked(ScriptedImageProvider.photo(RESULT, TestBridge.PRICE));
    bridge.engine.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    bridge.stop();
  }

  private void assertDelivered(CompletableFuture<IngestPhotoOutcome> outcome) throws Exception {
    var processed = (IngestPhotoOutcome.Processed) outcome.get();
    assertThat(processed.photo().open()).hasBinaryContent(TextPhotos.bytes(RESULT));
    assertThat(bridge.gemini.asked()).hasSize(1);
    assertThat(bridge.gemini.calls()).hasSize(1);
    assertThat(bridge.log.rows().getFirst().cost()).isEqualTo(TestBridge.PRICE);
  }

  @Test
  void thePhotoComesBackOnceTheProviderHasIt() throws Exception {
    CompletableFuture<IngestPhotoOutcome> outcome = booth.sendsMeanwhile(FORM);
    parked.await();
    assertThat(bridge.gemini.asked()).as("asked too early").isEmpty();

    bridge.clock.advance(Duration.ofSeconds(10));
    bridge.signal.raise();

    assertDelivered(outcome);
  }

  @Test
  void thePhotoComesBackAtOnceWhenTheProviderSaysThatItIsReady() throws Exception {
    CompletableFuture<IngestPhotoOutcome> outcome = booth.sendsMeanwhile(FORM);
    parked.await();

    assertThat(bridge.queue.wake(bridge.jobs.all().getFirst().id(), bridge.clock.instant()))
        .isTrue();
    bridge.signal.raise();

    assertDelivered(outcome);
  }
}
