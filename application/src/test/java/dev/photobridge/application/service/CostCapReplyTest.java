package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.anEffect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Failed;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Processed;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substitute;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substituted;
import dev.photobridge.application.testing.BoothForm;
import dev.photobridge.application.testing.TestBooth;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.CostCap;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A slot, or the whole server, that has cost what it may cost.
@Timeout(60)
class CostCapReplyTest {
  private static final Cost TWO_PHOTOS = TestBridge.PRICE.plus(TestBridge.PRICE);
  private static final FailureReply STOP = new FailureReply.ErrorStatus();

  private final TestBridge bridge = new TestBridge(aCatalogue(), 10);
  private final TestBooth booth = new TestBooth(bridge);
  private int sent;

  @BeforeEach
  void start() {
    bridge.engine.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    bridge.stop();
  }

  private void capped(CostCap cap, FailureReply failureReply, @Nullable SlotSetup fallback) {
    bridge.slots.put(
        aSlot().withRules(new SlotRules(failureReply, fallback, true, null, cap)).build());
  }

  private IngestPhotoOutcome sendsAnother() throws Exception {
    return booth.sends(BoothForm.with(aPhoto().withSize(900 + sent++, 600).build()));
  }

  private void spendTwoPhotos() throws Exception {
    assertThat(sendsAnother()).isInstanceOf(Processed.class);
    assertThat(sendsAnother()).isInstanceOf(Processed.class);
  }

  @Test
  void noCallIsMadeOnceTheDaysCapIsReached() throws Exception {
    capped(new CostCap(TWO_PHOTOS, null, STOP), STOP, null);
    spendTwoPhotos();

    assertThat(sendsAnother())
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.failure().kind()).isEqualTo(FailureKind.COST_CAP_REACHED);
              assertThat(failed.failure().detail())
                  .isEqualTo(
                      "this slot has cost $0.08 of the $0.08 it may cost a day; raise the cap");
            });
    assertThat(bridge.gemini.calls()).hasSize(2);
  }

  @Test
  void anotherDayBeginsAtMidnight() throws Exception {
    capped(new CostCap(TWO_PHOTOS, null, STOP), STOP, null);
    spendTwoPhotos();

    bridge.clock.advance(Duration.ofHours(14));

    assertThat(sendsAnother()).isInstanceOf(Processed.class);
  }

  @Test
  void aCapOnTheTotalOutlastsTheDay() throws Exception {
    capped(new CostCap(null, TWO_PHOTOS, STOP), STOP, null);
    spendTwoPhotos();

    bridge.clock.advance(Duration.ofHours(30));

    assertThat(sendsAnother()).isInstanceOf(Failed.class);
  }

  @Test
  void raisingTheCapLetsTheSlotGoOn() throws Exception {
    capped(new CostCap(TWO_PHOTOS, null, STOP), STOP, null);
    spendTwoPhotos();
    assertThat(sendsAnother()).isInstanceOf(Failed.class);

    capped(new CostCap(TWO_PHOTOS.plus(TestBridge.PRICE), null, STOP), STOP, null);

    assertThat(sendsAnother()).isInstanceOf(Processed.class);
  }

  @Test
  void theBoothGetsWhatTheCapSaysAndNotWhatItGetsOnFailures() throws Exception {
    capped(new CostCap(Cost.ZERO, null, new FailureReply.OriginalPhoto()), STOP, null);
    assertThat(substitute(sendsAnother())).isEqualTo(Substitute.ORIGINAL_PHOTO);

    capped(new CostCap(Cost.ZERO, null, new FailureReply.LocalEffect(anEffect())), STOP, null);
    assertThat(substitute(sendsAnother())).isEqualTo(Substitute.LOCAL_EFFECT);

    capped(new CostCap(Cost.ZERO, null, STOP), new FailureReply.OriginalPhoto(), null);
    assertThat(sendsAnother()).isInstanceOf(Failed.class);
    assertThat(bridge.gemini.calls()).isEmpty();
  }

  @Test
  void aFallbackThatCostsNothingGoesOn() throws Exception {
    capped(new CostCap(Cost.ZERO, null, STOP), STOP, anEffect());

    assertThat(sendsAnother()).isInstanceOf(Processed.class);

    Job job = bridge.jobs.all().getFirst();
    assertThat(bridge.jobs.attempts(job.id()))
        .extracting(Attempt::provider)
        .containsExactly(GEMINI, LOCAL);
  }

  @Test
  void aCapForAllSlotsStopsThemAndEachRepliesInItsOwnWay() throws Exception {
    bridge.settings.capCostsADay(TWO_PHOTOS);
    spendTwoPhotos();

    assertThat(sendsAnother())
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.failure().detail())
                    .startsWith("all slots have cost $0.08 of the $0.08 they may cost a day"));
    bridge.slots.put(
        aSlot()
            .withRules(new SlotRules(new FailureReply.OriginalPhoto(), null, true, null, null))
            .build());
    assertThat(substitute(sendsAnother())).isEqualTo(Substitute.ORIGINAL_PHOTO);
  }

  private static Substitute substitute(IngestPhotoOutcome outcome) {
    return ((Substituted) outcome).kind();
  }
}
