package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Processed;
import dev.photobridge.application.port.in.IngestPhotoOutcome.TooLate;
import dev.photobridge.application.testing.BoothForm;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.TestBooth;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The same photo sent more than once.
@Timeout(60)
class DuplicatePhotosTest {
  private static final BoothForm FORM = BoothForm.with(aPhoto().build());
  private static final PhotoFacts RESULT = aPhoto().withSize(1024, 683).build();

  private final TestBridge bridge = new TestBridge(aCatalogue(), 10);
  private final TestBooth booth = new TestBooth(bridge);
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @BeforeEach
  void start() {
    bridge.engine.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    release.countDown();
    bridge.stop();
    assertThat(bridge.waiters.count()).as("waiters left registered").isZero();
  }

  private void holdTheProvider() {
    bridge.gemini.then(
        ScriptedImageProvider.photo(RESULT, TestBridge.PRICE)
            .after(release)
            .after(called::countDown));
  }

  /// Sends the photo and lets the provider go on once that request waits for the running job.
  private CompletableFuture<IngestPhotoOutcome> joinsAndThenTheProviderAnswers()
      throws InterruptedException {
    var joined = new CountDownLatch(1);
    bridge.jobs.afterFind(joined::countDown);
    CompletableFuture<IngestPhotoOutcome> second = booth.sendsMeanwhile(FORM);
    joined.await();
    release.countDown();
    return second;
  }

  /// The form, on a connection that is slower than the booth is patient.
  private IngestPhotoOutcome sendsTooSlowly() throws Exception {
    return booth.sends(
        (rules, photo) -> {
          bridge.clock.advance(Duration.ofSeconds(49));
          return FORM.receive(rules, photo);
        });
  }

  private static JobId assertSamePhoto(IngestPhotoOutcome... outcomes) throws IOException {
    JobId job = ((Processed) outcomes[0]).job();
    for (IngestPhotoOutcome outcome : outcomes) {
      assertThat(((Processed) outcome).job()).isEqualTo(job);
      assertThat(((Processed) outcome).photo().open()).hasBinaryContent(TextPhotos.bytes(RESULT));
    }
    return job;
  }

  private ProcessingLogEntry row(boolean joined) {
    return bridge.log.rows().stream()
        .filter(row -> row.joined() == joined)
        .reduce(
            (_, _) -> {
              throw new AssertionError("more than one row: " + bridge.log.rows());
            })
        .orElseThrow();
  }

  private MediaObject sourceOfTheJoined(JobId job) {
    return bridge.media.all(MediaKind.SOURCE).stream()
        .filter(source -> !bridge.media.jobOf(source.id()).orElseThrow().equals(job))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPhotoThatComesAgainWhileItsJobRunsGetsItsResult() throws Exception {
    holdTheProvider();
    CompletableFuture<IngestPhotoOutcome> first = booth.sendsMeanwhile(FORM);
    called.await();
    CompletableFuture<IngestPhotoOutcome> second = joinsAndThenTheProviderAnswers();

    assertThat(assertSamePhoto(first.get(), second.get())).isEqualTo(onlyJob().id());
    assertThat(bridge.gemini.calls()).hasSize(1);
  }

  private Job onlyJob() {
    assertThat(bridge.jobs.all()).hasSize(1);
    return bridge.jobs.all().getFirst();
  }

  @Test
  void aPhotoThatComesAgainAfterItsJobEndedGetsTheSameResult() throws Exception {
    IngestPhotoOutcome first = booth.sends(FORM);
    bridge.clock.advance(Duration.ofHours(1));

    IngestPhotoOutcome second = booth.sends(FORM.withFields(Map.of("name", "IMG_0002.JPG")));

    assertSamePhoto(first, second);
    assertThat(bridge.gemini.calls()).hasSize(1);
  }

  @Test
  void theCostIsLoggedOnce() throws Exception {
    JobId job = assertSamePhoto(booth.sends(FORM), booth.sends(FORM));

    assertThat(row(false).cost()).isEqualTo(TestBridge.PRICE);
    assertThat(row(true).cost()).isEqualTo(Cost.ZERO);
    assertThat(row(true).job()).contains(job);
    assertThat(row(true).status()).isEqualTo(ProcessingStatus.SUCCESS);
  }

  @Test
  void theSecondCopyOfThePhotoIsLetGo() throws Exception {
    holdTheProvider();
    CompletableFuture<IngestPhotoOutcome> first = booth.sendsMeanwhile(FORM);
    called.await();

    var late = (TooLate) sendsTooSlowly();

    assertThat(sourceOfTheJoined(late.job()).expiresAt()).isEqualTo(RECEIVED_AT.plusSeconds(60));
    assertThat(bridge.media.find(onlyJob().order().source()).orElseThrow().expiresAt())
        .isEqualTo(RECEIVED_AT.plusSeconds(600));
    release.countDown();
    assertThat(first.get()).isInstanceOf(Processed.class);
  }

  @Test
  void whoRunsOutOfTimeIsToldTheRunningJob() throws Exception {
    holdTheProvider();
    CompletableFuture<IngestPhotoOutcome> first = booth.sendsMeanwhile(FORM);
    called.await();

    assertThat(sendsTooSlowly()).isEqualTo(new TooLate(onlyJob().id()));

    assertThat(row(true).status()).isEqualTo(ProcessingStatus.TIMEOUT);
    assertThat(row(true).job()).contains(onlyJob().id());
    release.countDown();
    assertThat(first.get()).isInstanceOf(Processed.class);
  }

  @Test
  void aLateCostIsLoggedOnceToo() throws Exception {
    holdTheProvider();
    assertThat(sendsTooSlowly()).isInstanceOf(TooLate.class);
    called.await();
    assertThat(sendsTooSlowly()).isInstanceOf(TooLate.class);

    release.countDown();
    bridge.stop();

    assertThat(row(false).cost()).isEqualTo(TestBridge.PRICE);
    assertThat(row(true).cost()).isEqualTo(Cost.ZERO);
  }

  @Test
  void theCostIsNotLostWhenTheFirstRequestWasTooLateAndTheSecondIsNot() throws Exception {
    holdTheProvider();
    assertThat(sendsTooSlowly()).isInstanceOf(TooLate.class);
    called.await();
    assertThat(joinsAndThenTheProviderAnswers().get()).isInstanceOf(Processed.class);
    bridge.stop();

    assertThat(row(false).cost()).isEqualTo(TestBridge.PRICE);
    assertThat(row(true).cost()).isEqualTo(Cost.ZERO);
  }

  @Test
  void aSlotMayHaveEveryPhotoProcessed() throws Exception {
    bridge.slots.put(
        aSlot()
            .withRules(new SlotRules(new FailureReply.ErrorStatus(), null, false, null, null))
            .build());

    var first = (Processed) booth.sends(FORM);
    var second = (Processed) booth.sends(FORM);

    assertThat(second.job()).isNotEqualTo(first.job());
    assertThat(bridge.gemini.calls()).hasSize(2);
    assertThat(bridge.log.rows())
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.joined()).isFalse())
        .allSatisfy(row -> assertThat(row.cost()).isEqualTo(TestBridge.PRICE));
  }

  @Test
  void anotherGuestsWordMakesAnotherPhoto() throws Exception {
    assertThat(booth.sends(FORM.withFields(Map.of("survey", "cats"))))
        .isInstanceOf(Processed.class);
    assertThat(booth.sends(FORM.withFields(Map.of("survey", "dogs"))))
        .isInstanceOf(Processed.class);

    assertThat(bridge.gemini.calls()).hasSize(2);
  }

  @Test
  void aChangedSlotProcessesThePhotoAnew() throws Exception {
    assertThat(booth.sends(FORM)).isInstanceOf(Processed.class);
    bridge.slots.put(aSlot().withVersion(4).withSetting("prompt", "as a comic").build());
    assertThat(booth.sends(FORM)).isInstanceOf(Processed.class);

    assertThat(bridge.gemini.calls()).hasSize(2);
  }
}
