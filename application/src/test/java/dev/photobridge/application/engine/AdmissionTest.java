package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.CatalogueFixtures.aProvider;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.address;
import static dev.photobridge.domain.testing.SlotFixtures.anEffect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Busy;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substitute;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substituted;
import dev.photobridge.application.port.in.IngestRejection;
import dev.photobridge.application.port.in.PhotoUpload;
import dev.photobridge.application.port.in.UploadOutcome;
import dev.photobridge.application.port.in.UploadRejection;
import dev.photobridge.application.testing.BoothForm;
import dev.photobridge.application.testing.TestBooth;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderLimits;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.stats.ProcessingStatus;
import dev.photobridge.domain.testing.SlotFixtures;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Photos that could not be processed in time are turned away before anything is spent on them. The
/// engine does not run: what was queued stays as it is.
class AdmissionTest {
  private static final PhotoFacts PHOTO = aPhoto().build();
  private static final IngestRejection WRONG_PASSWORD =
      new IngestRejection.Upload(new UploadRejection.PasswordWrong());

  /// Shows that it was read by being refused.
  private static final PhotoUpload READ =
      (_, _) -> new UploadOutcome.Rejected(new UploadRejection.PasswordWrong());

  private static final IngestPhotoOutcome ADMITTED =
      new IngestPhotoOutcome.Rejected(WRONG_PASSWORD);

  private static TestBridge bridge(ProviderLimits limits) {
    return new TestBridge(catalogue(limits), 10);
  }

  /// One place at `gemini`.
  private static ProviderCatalogue catalogue(ProviderLimits limits) {
    return aCatalogue(
        aProvider().withPlaces(1).withLimits(limits), aProvider().withId(LOCAL).withModels());
  }

  private static IngestPhotoOutcome sends(TestBridge bridge) throws Exception {
    return new TestBooth(bridge).sends(READ);
  }

  private static QueuedJob queued(TestBridge bridge, int number, SlotAddress slot) {
    QueuedJob job = QueuedJob.accepted(anOrder().withId(aJobId(number)).withSlot(slot).build());
    bridge.jobs.put(job);
    return job;
  }

  private static RunningJob running(TestBridge bridge, int number, SlotAddress slot) {
    RunningJob job = queued(bridge, number, slot).start(bridge.clock.instant());
    bridge.jobs.start(job);
    return job;
  }

  private static void slot(TestBridge bridge, FailureReply reply, @Nullable Integer limit) {
    bridge.slots.put(aSlot().withRules(new SlotRules(reply, null, true, limit, null)).build());
  }

  @Test
  void aFullQueueTakesNothing() throws Exception {
    var bridge = new TestBridge(catalogue(ProviderLimits.NONE), 2);
    queued(bridge, 1, address(IGOR, 1));
    assertThat(sends(bridge)).isEqualTo(ADMITTED);
    queued(bridge, 2, address(IGOR, 2));

    assertThat(sends(bridge)).isEqualTo(new Busy(Duration.ofSeconds(5)));
  }

  @ParameterizedTest
  @CsvSource({
    "0,13", // the next call may begin after 60 s and end after 61
    "12,1", // just too late
    "13,0" // in time
  })
  void aUsedUpMinuteTakesNothingThatCanNotEndInTime(int secondsLater, int retryAfter)
      throws Exception {
    TestBridge bridge = bridge(new ProviderLimits(1, null, null, ZoneOffset.UTC));
    bridge.times.record(GEMINI, Duration.ofMillis(999));
    RunningJob job = running(bridge, 1, address(IGOR, 1));
    bridge.jobs.put(job.succeed(job.id().result(), TestBridge.PRICE, RECEIVED_AT));
    bridge.clock.advance(Duration.ofSeconds(secondsLater));

    assertThat(sends(bridge))
        .isEqualTo(
            retryAfter == 0
                ? ADMITTED
                : new Busy(
                    retryAfter == 1
                        ? Duration.ofSeconds(1)
                        : Duration.ofMillis(1000L * retryAfter - 1)));
  }

  @Test
  void aUsedUpDayTakesNothingUntilMidnight() throws Exception {
    TestBridge bridge = bridge(new ProviderLimits(null, 1, null, ZoneOffset.UTC));
    running(bridge, 1, address(IGOR, 1));

    assertThat(sends(bridge)).isEqualTo(new Busy(Duration.ofHours(14).minusSeconds(48)));
  }

  @ParameterizedTest
  @CsvSource({"24,0", "25,2"})
  void aProviderWhosePlaceIsTakenForTooLongTakesNothing(int usualSeconds, int retryAfter)
      throws Exception {
    TestBridge bridge = bridge(ProviderLimits.NONE);
    bridge.times.record(GEMINI, Duration.ofSeconds(usualSeconds));
    running(bridge, 1, address(IGOR, 1));
    queued(bridge, 2, address(IGOR, 2));

    assertThat(sends(bridge)).isEqualTo(admittedOrBusy(retryAfter));
  }

  private static IngestPhotoOutcome admittedOrBusy(int retryAfterSeconds) {
    return retryAfterSeconds == 0 ? ADMITTED : new Busy(Duration.ofSeconds(retryAfterSeconds));
  }

  @ParameterizedTest
  @CsvSource({"1,12", "2,0"})
  void aSlotThatRunsAsManyJobsAsItMayTakesNothing(int limit, int retryAfter) throws Exception {
    var bridge =
        new TestBridge(
            aCatalogue(aProvider().withPlaces(10), aProvider().withId(LOCAL).withModels()), 10);
    slot(bridge, new FailureReply.ErrorStatus(), limit);
    bridge.times.record(GEMINI, Duration.ofSeconds(30));
    running(bridge, 1, SlotFixtures.FIRST);
    queued(bridge, 2, SlotFixtures.FIRST);
    queued(bridge, 3, address(IGOR, 1));

    assertThat(sends(bridge)).isEqualTo(admittedOrBusy(retryAfter));
  }

  @Test
  void nothingIsLeftOfARefusal() throws Exception {
    var bridge = new TestBridge(catalogue(ProviderLimits.NONE), 0);

    assertThat(sends(bridge)).isInstanceOf(Busy.class);

    assertThat(bridge.jobs.all()).isEmpty();
    assertThat(bridge.media.openDrafts()).isZero();
    assertThat(bridge.log.rows()).isEmpty();
  }

  @Test
  void aSlotThatReturnsTheOriginalPhotoDoesSoWhenTheQueueIsFull() throws Exception {
    var bridge = new TestBridge(catalogue(ProviderLimits.NONE), 0);
    slot(bridge, new FailureReply.OriginalPhoto(), null);

    var substituted = (Substituted) new TestBooth(bridge).sends(BoothForm.with(PHOTO));

    assertThat(substituted.kind()).isEqualTo(Substitute.ORIGINAL_PHOTO);
    assertThat(substituted.photo().open()).hasBinaryContent(TextPhotos.bytes(PHOTO));
    assertThat(substituted.insteadOf()).isEqualTo(new Busy(Duration.ofSeconds(5)));
    assertThat(bridge.jobs.all()).isEmpty();
    assertThat(bridge.gemini.calls()).isEmpty();
    assertThat(bridge.media.all(MediaKind.SOURCE))
        .singleElement()
        .satisfies(source -> assertThat(source.expiresAt()).isEqualTo(RECEIVED_AT.plusSeconds(60)));
    assertLogged(
        bridge,
        "the queue is full, or a limit leaves no time for the photo; the booth got the original"
            + " photo");
  }

  @Test
  void aSlotThatReturnsAnEffectDoesSoWhenALimitIsUsedUp() throws Exception {
    TestBridge bridge = bridge(new ProviderLimits(1, null, null, ZoneOffset.UTC));
    running(bridge, 1, address(IGOR, 1));
    slot(bridge, new FailureReply.LocalEffect(anEffect()), null);

    var substituted = (Substituted) new TestBooth(bridge).sends(BoothForm.with(PHOTO));

    assertThat(substituted.kind()).isEqualTo(Substitute.LOCAL_EFFECT);
    assertThat(substituted.insteadOf()).isEqualTo(new Busy(Duration.ofSeconds(12)));
    assertThat(bridge.local.calls()).hasSize(1);
    assertThat(bridge.gemini.calls()).isEmpty();
    assertLogged(
        bridge,
        "the queue is full, or a limit leaves no time for the photo; the booth got the photo with a"
            + " local effect");
  }

  private static void assertLogged(TestBridge bridge, String message) {
    assertThat(bridge.log.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(ProcessingStatus.ERROR);
              assertThat(row.job()).isEmpty();
              assertThat(row.errorMessage()).isEqualTo(message);
            });
  }

  @Test
  void aWrongPasswordGetsNothingInsteadEvenThen() throws Exception {
    var bridge = new TestBridge(catalogue(ProviderLimits.NONE), 0);
    slot(bridge, new FailureReply.OriginalPhoto(), null);

    assertThat(sends(bridge)).isEqualTo(ADMITTED);
    assertThat(bridge.media.all(MediaKind.SOURCE)).isEmpty();
  }
}
