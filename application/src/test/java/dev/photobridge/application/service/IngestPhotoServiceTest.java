package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aQueuedJob;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.FIRST;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.in.IngestPhotoCommand;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.PhotoUpload;
import dev.photobridge.application.port.in.PromisedOutcome;
import dev.photobridge.application.port.in.Stopwatch;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.testing.BoothForm;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.ScriptedImageProvider.Answer;
import dev.photobridge.application.testing.TestBooth;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.ProcessingStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IngestPhotoServiceTest {
  private static final PhotoFacts PHOTO = aPhoto().build();
  private static final PhotoFacts RESULT = aPhoto().withSize(1024, 683).build();

  private final TestBridge bridge = new TestBridge(aCatalogue(), 1);
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
    assertThat(bridge.media.openDrafts()).as("drafts left open").isZero();
    assertThat(bridge.waiters.count()).as("waiters left registered").isZero();
  }

  /// The provider says that it was called, and then waits for its release.
  private Answer held(Answer answer) {
    return answer.after(release).after(called::countDown);
  }

  private static IngestPhotoCommand command(PhotoUpload upload, Stopwatch stopwatch) {
    return new IngestPhotoCommand(Optional.empty(), "slot-001", Map.of(), stopwatch, upload);
  }

  private IngestPhotoOutcome ingest(PhotoUpload upload) throws Exception {
    return TestBooth.told(bridge.ingest.ingest(command(upload, bridge.clock.stopwatch())));
  }

  private Job onlyJob() {
    assertThat(bridge.jobs.all()).hasSize(1);
    return bridge.jobs.all().getFirst();
  }

  private ProcessingLogEntry onlyRow() {
    assertThat(bridge.log.rows()).hasSize(1);
    return bridge.log.rows().getFirst();
  }

  private MediaObject only(MediaKind kind) {
    assertThat(bridge.media.all(kind)).hasSize(1);
    return bridge.media.all(kind).getFirst();
  }

  @Test
  void aPhotoComesBackProcessed() throws Exception {
    var processed = (IngestPhotoOutcome.Processed) ingest(BoothForm.with(PHOTO));

    assertThat(processed.job()).isEqualTo(onlyJob().id());
    assertThat(processed.type()).isEqualTo(MediaType.JPEG);
    assertThat(processed.photo().open()).hasBinaryContent(TextPhotos.bytes(RESULT));
    assertThat(onlyJob().state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(onlyRow())
        .isEqualTo(
            new ProcessingLogEntry(
                FIRST,
                ProcessingOrigin.BOOTH,
                onlyJob().order().setup().provider(),
                onlyJob().id(),
                false,
                RECEIVED_AT,
                ProcessingStatus.SUCCESS,
                Duration.ZERO,
                TestBridge.PRICE,
                null));
  }

  @Test
  void aPhotoThatIsBeingProcessedKeepsNoThread() throws Exception {
    bridge.gemini.then(held(ScriptedImageProvider.photo(RESULT, TestBridge.PRICE)));

    var answer =
        (PromisedOutcome.Awaited)
            bridge.ingest.ingest(command(BoothForm.with(PHOTO), () -> Duration.ZERO));

    assertThat(answer.conclusion().toCompletableFuture()).isNotDone();
    release.countDown();
    assertThat(TestBooth.told(answer)).isInstanceOf(IngestPhotoOutcome.Processed.class);
  }

  @Test
  void theProviderGetsTheGuestsPhotoAndTheSlotsSettings() throws Exception {
    assertThat(ingest(BoothForm.with(PHOTO))).isInstanceOf(IngestPhotoOutcome.Processed.class);

    ProviderCall call = bridge.gemini.calls().getFirst();
    assertThat(call.settings()).isEqualTo(onlyJob().order().setup().settings());
    assertThat(call.photos()).hasSize(1);
    assertThat(call.photos().getFirst().facts()).isEqualTo(PHOTO);
    assertThat(call.timeLeft()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void theSourceGoesAMinuteAfterReceiptAndTheResultThreeDaysAfterItWasSaved() throws Exception {
    assertThat(ingest(BoothForm.with(PHOTO))).isInstanceOf(IngestPhotoOutcome.Processed.class);
    bridge.stop();

    assertThat(only(MediaKind.SOURCE).expiresAt()).isEqualTo(RECEIVED_AT.plusSeconds(60));
    assertThat(only(MediaKind.RESULT).expiresAt()).isEqualTo(RECEIVED_AT.plus(Duration.ofDays(3)));
    assertThat(bridge.media.jobOf(only(MediaKind.SOURCE).id())).contains(onlyJob().id());
    assertThat(bridge.media.jobOf(only(MediaKind.RESULT).id())).contains(onlyJob().id());
  }

  @Test
  void theSourceOfAnOpenJobIsKeptUntilTheJobEnds() throws Exception {
    bridge.gemini.then(held(ScriptedImageProvider.photo(RESULT, Cost.ZERO)));
    bridge.queue.beforeSubmit(() -> bridge.clock.advance(Duration.ofSeconds(90)));

    assertThat(ingest(BoothForm.with(PHOTO))).isInstanceOf(IngestPhotoOutcome.TooLate.class);
    assertThat(only(MediaKind.SOURCE).expiresAt()).isEqualTo(RECEIVED_AT.plusSeconds(600));

    called.await();
    release.countDown();
    bridge.stop();
    assertThat(only(MediaKind.SOURCE).expiresAt()).isEqualTo(RECEIVED_AT.plusSeconds(90));
  }

  @Test
  void timeCountsFromTheFirstByte() throws Exception {
    PhotoUpload slow =
        (rules, photo) -> {
          bridge.clock.advance(Duration.ofSeconds(7));
          return BoothForm.with(PHOTO).receive(rules, photo);
        };

    assertThat(ingest(slow)).isInstanceOf(IngestPhotoOutcome.Processed.class);

    assertThat(onlyJob().order().receivedAt()).isEqualTo(RECEIVED_AT);
    assertThat(onlyJob().order().answerBy()).isEqualTo(RECEIVED_AT.plusSeconds(48));
    assertThat(onlyJob().order().expiresAt()).isEqualTo(RECEIVED_AT.plusSeconds(600));
    assertThat(onlyRow().createdAt()).isEqualTo(RECEIVED_AT);
    assertThat(onlyRow().responseTime()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aRefusedPhotoComesBackWithTheReasonAndItsCost() throws Exception {
    var failure =
        new JobFailure(FailureKind.REFUSED, "IMAGE_SAFETY", "not this one", new Cost(290));
    bridge.gemini.then(ScriptedImageProvider.failure(failure));

    IngestPhotoOutcome outcome = ingest(BoothForm.with(PHOTO));

    assertThat(outcome).isEqualTo(new IngestPhotoOutcome.Failed(onlyJob().id(), failure));
    assertThat(onlyRow().status()).isEqualTo(ProcessingStatus.ERROR);
    assertThat(onlyRow().cost()).isEqualTo(new Cost(290));
    assertThat(onlyRow().errorMessage()).isEqualTo("IMAGE_SAFETY: not this one");
  }

  @Test
  void aSecondAttemptMayBringThePhoto() throws Exception {
    bridge.gemini.then(
        ScriptedImageProvider.failure(
            new JobFailure(FailureKind.NO_IMAGE, "NO_IMAGE", "only text", new Cost(5))));

    assertThat(ingest(BoothForm.with(PHOTO))).isInstanceOf(IngestPhotoOutcome.Processed.class);

    assertThat(onlyJob().attempts()).isEqualTo(2);
    assertThat(onlyRow().cost()).isEqualTo(TestBridge.PRICE.plus(new Cost(5)));
  }

  @Test
  void aLateResultIsStoredAndItsCostPutIntoTheLogAfterwards() throws Exception {
    bridge.gemini.then(held(ScriptedImageProvider.photo(RESULT, TestBridge.PRICE)));
    bridge.queue.beforeSubmit(() -> bridge.clock.advance(Duration.ofSeconds(49)));

    IngestPhotoOutcome outcome = ingest(BoothForm.with(PHOTO));

    assertThat(outcome).isEqualTo(new IngestPhotoOutcome.TooLate(onlyJob().id()));
    assertThat(onlyRow().status()).isEqualTo(ProcessingStatus.TIMEOUT);
    assertThat(onlyRow().responseTime()).isEqualTo(Duration.ofSeconds(49));
    assertThat(onlyRow().cost()).isEqualTo(Cost.ZERO);

    called.await();
    release.countDown();
    bridge.stop();
    assertThat(onlyJob().state()).isEqualTo(JobState.SUCCEEDED_LATE);
    assertThat(only(MediaKind.RESULT).facts()).isEqualTo(RESULT);
    assertThat(onlyRow().status()).isEqualTo(ProcessingStatus.TIMEOUT);
    assertThat(onlyRow().cost()).isEqualTo(TestBridge.PRICE);
  }

  @Test
  void theCostOfALateFailureIsPutIntoTheLog() throws Exception {
    var failure = new JobFailure(FailureKind.REFUSED, "IMAGE_SAFETY", "", new Cost(290));
    bridge.gemini.then(held(ScriptedImageProvider.failure(failure)));
    bridge.queue.beforeSubmit(() -> bridge.clock.advance(Duration.ofSeconds(49)));

    assertThat(ingest(BoothForm.with(PHOTO))).isInstanceOf(IngestPhotoOutcome.TooLate.class);
    called.await();
    release.countDown();
    bridge.stop();

    assertThat(onlyJob().state()).isEqualTo(JobState.FAILED);
    assertThat(onlyRow().cost()).isEqualTo(new Cost(290));
  }

  @Test
  void noCostIsLostWhenTheJobEndsWhileTheBoothIsTurnedAway() throws Exception {
    bridge.gemini.then(held(ScriptedImageProvider.photo(RESULT, TestBridge.PRICE)));
    bridge.queue.beforeSubmit(() -> bridge.clock.advance(Duration.ofSeconds(49)));
    bridge.log.beforeRecord(
        () -> {
          release.countDown();
          stopEngineOnceCalled();
        });

    assertThat(ingest(BoothForm.with(PHOTO))).isInstanceOf(IngestPhotoOutcome.TooLate.class);

    assertThat(onlyJob().state()).isEqualTo(JobState.SUCCEEDED_LATE);
    assertThat(onlyRow().cost()).isEqualTo(TestBridge.PRICE);
  }

  private void stopEngineOnceCalled() {
    try {
      called.await();
      bridge.stop();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anExpiredJobIsTooLate() throws Exception {
    var failure = new JobFailure(FailureKind.UNAVAILABLE, "TIMEOUT", "", new Cost(3));
    bridge.gemini.then(
        ScriptedImageProvider.failure(failure)
            .after(() -> bridge.clock.advance(Duration.ofMinutes(10))));

    IngestPhotoOutcome outcome =
        TestBooth.told(bridge.ingest.ingest(command(BoothForm.with(PHOTO), () -> Duration.ZERO)));

    assertThat(outcome).isEqualTo(new IngestPhotoOutcome.TooLate(onlyJob().id()));
    assertThat(onlyJob().state()).isEqualTo(JobState.EXPIRED);
    assertThat(onlyRow().status()).isEqualTo(ProcessingStatus.TIMEOUT);
    assertThat(onlyRow().cost()).isEqualTo(new Cost(3));
  }

  @Test
  void aResultThatIsGoneAtOnceIsAFailureThatCostSomething() throws Exception {
    bridge.queue.beforeRelease(() -> bridge.media.delete(only(MediaKind.RESULT).id()));

    assertThat(ingest(BoothForm.with(PHOTO)))
        .isInstanceOfSatisfying(
            IngestPhotoOutcome.Failed.class,
            failed -> assertThat(failed.failure().kind()).isEqualTo(FailureKind.INTERNAL));
    assertThat(onlyRow().status()).isEqualTo(ProcessingStatus.ERROR);
    assertThat(onlyRow().cost()).isEqualTo(TestBridge.PRICE);
  }

  @Test
  void queryAndFormFieldsAreKeptWithTheJobAndThePasswordIsNot() throws Exception {
    var form = BoothForm.with(PHOTO).withFields(Map.of("name", "IMG_0001.JPG", "hash", "abc"));
    var command =
        new IngestPhotoCommand(
            Optional.empty(),
            "slot-001",
            Map.of("survey", "cats", "name", "from the link", "password", "secret"),
            bridge.clock.stopwatch(),
            form);

    assertThat(TestBooth.told(bridge.ingest.ingest(command)))
        .isInstanceOf(IngestPhotoOutcome.Processed.class);

    var kept = Map.of("survey", "cats", "name", "IMG_0001.JPG", "hash", "abc");
    assertThat(onlyJob().order().fields()).isEqualTo(kept);
  }

  @Test
  void aChangeOfTheSlotDoesNotReachAJobAlreadyAccepted() throws Exception {
    bridge.queue.beforeSubmit(
        () -> bridge.slots.put(aSlot().withSetting("prompt", "something else").build()));

    assertThat(ingest(BoothForm.with(PHOTO))).isInstanceOf(IngestPhotoOutcome.Processed.class);

    assertThat(bridge.gemini.calls().getFirst().settings().text("prompt"))
        .contains("as a watercolour");
  }

  @Test
  void aLongLinkLeadsToTheOtherAccountsSlot() throws Exception {
    bridge.slots.put(aSlot().withAddress(address(IGOR, 1)).build());
    var command =
        new IngestPhotoCommand(
            Optional.of("igor"),
            "slot-001",
            Map.of(),
            bridge.clock.stopwatch(),
            BoothForm.with(PHOTO));

    assertThat(TestBooth.told(bridge.ingest.ingest(command)))
        .isInstanceOf(IngestPhotoOutcome.Processed.class);

    assertThat(onlyJob().order().slot()).isEqualTo(address(IGOR, 1));
    assertThat(onlyRow().slot()).isEqualTo(address(IGOR, 1));
  }

  @Test
  void aFullQueueRefusesBeforeThePhotoIsRead() throws Exception {
    bridge.stop();
    assertThat(TestBooth.told(new TestBridge(aCatalogue(), 0).ingest.ingest(neverRead())))
        .isEqualTo(new IngestPhotoOutcome.Busy(Duration.ofSeconds(5)));
  }

  private IngestPhotoCommand neverRead() {
    return command(
        (_, _) -> {
          throw new AssertionError("the upload must not be read");
        },
        bridge.clock.stopwatch());
  }

  @Test
  void aQueueThatFillsUpMeanwhileLetsTheSourceGoAndIsLogged() throws Exception {
    bridge.queue.beforeClaim(
        () -> {
          throw new IllegalStateException("nothing is claimed in this test");
        });
    bridge.queue.beforeSubmit(
        () -> {
          bridge.queue.beforeSubmit(() -> {});
          assertThat(bridge.queue.submit(aQueuedJob())).isNotNull();
        });

    IngestPhotoOutcome outcome = ingest(BoothForm.with(PHOTO));

    assertThat(outcome).isEqualTo(new IngestPhotoOutcome.Busy(Duration.ofSeconds(5)));
    assertWithdrawn("the queue is full, or a limit leaves no time for the photo");
  }

  @Test
  void aStoppingServerLetsTheSourceGoAndIsLogged() throws Exception {
    bridge.queue.close();

    assertThat(ingest(BoothForm.with(PHOTO))).isEqualTo(new IngestPhotoOutcome.Stopping());

    assertWithdrawn("the server is stopping");
  }

  private void assertWithdrawn(String why) {
    assertThat(only(MediaKind.SOURCE).expiresAt()).isEqualTo(RECEIVED_AT.plusSeconds(60));
    assertThat(onlyRow().status()).isEqualTo(ProcessingStatus.ERROR);
    assertThat(onlyRow().job()).isEmpty();
    assertThat(onlyRow().errorMessage()).isEqualTo(why);
  }

  @Test
  void aClientThatLeavesHalfWayLeavesNothingBehind() {
    PhotoUpload broken =
        (_, photo) -> {
          photo.write(new byte[1000]);
          throw new IOException("broken pipe");
        };

    assertThatThrownBy(() -> ingest(broken)).isInstanceOf(IOException.class);

    assertThat(bridge.jobs.all()).isEmpty();
    assertThat(bridge.media.all(MediaKind.SOURCE)).isEmpty();
  }

  @Test
  void aFullDiskIsToldAndNoJobIsMade() {
    bridge.media.fillUp();

    assertThatThrownBy(() -> ingest(BoothForm.with(PHOTO)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");

    assertThat(bridge.jobs.all()).isEmpty();
  }

  @Test
  void anInterruptedWaitLeavesTheJobToItsWorker() throws Exception {
    bridge.gemini.then(held(ScriptedImageProvider.photo(RESULT, TestBridge.PRICE)));
    var thrown = new CompletableFuture<Throwable>();
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    thrown.completeExceptionally(
                        new AssertionError(ingest(BoothForm.with(PHOTO)).toString()));
                  } catch (Exception e) {
                    thrown.complete(e);
                  }
                });

    called.await();
    waiting.interrupt();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);

    release.countDown();
    bridge.stop();
    assertThat(onlyJob())
        .isInstanceOfSatisfying(
            FinishedJob.class, job -> assertThat(job.end()).isInstanceOf(JobEnd.Succeeded.class));
  }

  @Test
  void waitingForOneSlotDoesNotHoldUpAnother() throws Exception {
    bridge.gemini.then(held(ScriptedImageProvider.photo(RESULT, Cost.ZERO)));
    var first = new CompletableFuture<IngestPhotoOutcome>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                first.complete(ingest(BoothForm.with(PHOTO)));
              } catch (Exception e) {
                first.completeExceptionally(e);
              }
            });
    called.await();

    PhotoFacts another = aPhoto().withSize(900, 600).build();
    assertThat(ingest(BoothForm.with(another))).isInstanceOf(IngestPhotoOutcome.Processed.class);
    assertThat(first).isNotDone();

    release.countDown();
    assertThat(first.get()).isInstanceOf(IngestPhotoOutcome.Processed.class);
    assertThat(bridge.gemini.calls()).hasSize(2);
    assertThat(bridge.gemini.id()).isEqualTo(GEMINI);
  }
}
