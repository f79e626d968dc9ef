package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.anEffect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Failed;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substitute;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substituted;
import dev.photobridge.application.testing.BoothForm;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.TestBooth;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingStatus;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the booth gets when its slot's provider fails.
@Timeout(60)
class FailureReplyTest {
  private static final PhotoFacts PHOTO = aPhoto().build();
  private static final PhotoFacts EFFECT = aPhoto().withType(MediaType.PNG).build();
  private static final JobFailure REFUSED =
      new JobFailure(FailureKind.REFUSED, "IMAGE_SAFETY", "not this one", new Cost(290));

  private final TestBridge bridge = new TestBridge(aCatalogue(), 10);
  private final TestBooth booth = new TestBooth(bridge);

  @BeforeEach
  void start() {
    bridge.gemini.always(ScriptedImageProvider.failure(REFUSED));
    bridge.local.always(ScriptedImageProvider.photo(EFFECT, Cost.ZERO));
    bridge.engine.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    bridge.stop();
    assertThat(bridge.media.openDrafts()).as("drafts left open").isZero();
  }

  private IngestPhotoOutcome sends(FailureReply reply) throws Exception {
    bridge.slots.put(aSlot().withRules(new SlotRules(reply, null, true, null, null)).build());
    return booth.sends(BoothForm.with(PHOTO));
  }

  private Job onlyJob() {
    assertThat(bridge.jobs.all()).hasSize(1);
    return bridge.jobs.all().getFirst();
  }

  private void assertSubstituted(IngestPhotoOutcome outcome, Substitute kind, PhotoFacts photo)
      throws IOException {
    var substituted = (Substituted) outcome;
    assertThat(substituted.kind()).isEqualTo(kind);
    assertThat(substituted.type()).isEqualTo(photo.type());
    assertThat(substituted.photo().open()).hasBinaryContent(TextPhotos.bytes(photo));
    assertThat(substituted.insteadOf()).isEqualTo(new Failed(onlyJob().id(), REFUSED));
  }

  private void assertLogged(String message) {
    assertThat(bridge.log.rows())
        .singleElement()
        .extracting(
            ProcessingLogEntry::status, ProcessingLogEntry::cost, ProcessingLogEntry::errorMessage)
        .containsExactly(ProcessingStatus.ERROR, REFUSED.cost(), message);
  }

  @Test
  void theOriginalPhotoComesBack() throws Exception {
    IngestPhotoOutcome outcome = sends(new FailureReply.OriginalPhoto());

    assertSubstituted(outcome, Substitute.ORIGINAL_PHOTO, PHOTO);
    assertThat(onlyJob().state()).isEqualTo(JobState.FAILED);
    assertLogged("IMAGE_SAFETY: not this one; the booth got the original photo");
    assertThat(bridge.local.calls()).isEmpty();
  }

  @Test
  void thePhotoComesBackWithALocalEffect() throws Exception {
    IngestPhotoOutcome outcome = sends(new FailureReply.LocalEffect(anEffect()));

    assertSubstituted(outcome, Substitute.LOCAL_EFFECT, EFFECT);
    assertThat(onlyJob().state()).isEqualTo(JobState.FAILED);
    assertLogged("IMAGE_SAFETY: not this one; the booth got the photo with a local effect");
    assertThat(bridge.local.calls().getFirst().settings()).isEqualTo(anEffect().settings());
    assertThat(bridge.local.calls().getFirst().photos().getFirst().facts()).isEqualTo(PHOTO);
  }

  @Test
  void anEffectIsNotTakenForTheResultOfItsJob() throws Exception {
    assertThat(sends(new FailureReply.LocalEffect(anEffect()))).isInstanceOf(Substituted.class);

    assertThat(bridge.media.all(MediaKind.RESULT))
        .singleElement()
        .satisfies(effect -> assertThat(effect.id()).isNotEqualTo(onlyJob().id().result()));
  }

  @Test
  void anEffectHasTheTimeThatTheBoothHasLeft() throws Exception {
    bridge.gemini.always(
        ScriptedImageProvider.failure(REFUSED)
            .after(() -> bridge.clock.advance(Duration.ofSeconds(40))));
    bridge.slots.put(
        aSlot()
            .withRules(
                new SlotRules(new FailureReply.LocalEffect(anEffect()), null, true, null, null))
            .build());

    assertThat(booth.sendsWithoutHaste(BoothForm.with(PHOTO))).isInstanceOf(Substituted.class);

    assertThat(bridge.local.calls().getFirst().timeLeft()).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void theOriginalPhotoComesBackWhereTheEffectCanNotBeMade() throws Exception {
    bridge.local.always(ScriptedImageProvider.failure(REFUSED));

    assertSubstituted(
        sends(new FailureReply.LocalEffect(anEffect())), Substitute.ORIGINAL_PHOTO, PHOTO);
    assertLogged("IMAGE_SAFETY: not this one; the booth got the original photo");
  }

  @Test
  void theErrorIsToldWhereThePhotoIsGone() throws Exception {
    bridge.gemini.always(
        ScriptedImageProvider.failure(REFUSED)
            .after(() -> bridge.media.delete(onlyJob().order().source())));

    assertThat(sends(new FailureReply.OriginalPhoto()))
        .isEqualTo(new Failed(onlyJob().id(), REFUSED));
    assertLogged("IMAGE_SAFETY: not this one");
  }

  @Test
  void theErrorIsToldWhereTheSlotWantsIt() throws Exception {
    assertThat(sends(new FailureReply.ErrorStatus()))
        .isEqualTo(new Failed(onlyJob().id(), REFUSED));
    assertLogged("IMAGE_SAFETY: not this one");
  }

  @Test
  void aProcessedPhotoIsNeverReplaced() throws Exception {
    bridge.gemini.always(ScriptedImageProvider.photo(PHOTO, TestBridge.PRICE));

    assertThat(sends(new FailureReply.LocalEffect(anEffect())))
        .isInstanceOf(IngestPhotoOutcome.Processed.class);
    assertThat(bridge.local.calls()).isEmpty();
  }
}
