package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.anEffect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Processed;
import dev.photobridge.application.testing.BoothForm;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.TestBooth;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.AttemptEnd;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotRules;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A slot that names a second provider.
@Timeout(60)
class FallbackProviderTest {
  private static final BoothForm FORM = BoothForm.with(aPhoto().build());
  private static final PhotoFacts RESULT = aPhoto().withSize(600, 400).build();
  private static final Cost LOST = new Cost(7);
  private static final Cost PAID = new Cost(5);

  private final TestBridge bridge = new TestBridge(aCatalogue(), 10);
  private final TestBooth booth = new TestBooth(bridge);

  @BeforeEach
  void start() {
    bridge.slots.put(
        aSlot()
            .withRules(new SlotRules(new FailureReply.ErrorStatus(), anEffect(), true, null, null))
            .build());
    bridge.local.always(ScriptedImageProvider.photo(RESULT, PAID));
    bridge.engine.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    bridge.stop();
  }

  private static JobFailure failure(FailureKind kind) {
    return new JobFailure(kind, kind.name(), "what happened", LOST);
  }

  private Job onlyJob() {
    assertThat(bridge.jobs.all()).hasSize(1);
    return bridge.jobs.all().getFirst();
  }

  @Test
  void bringsThePhotoWhenTheMainOneFails() throws Exception {
    bridge.gemini.always(ScriptedImageProvider.failure(failure(FailureKind.QUOTA_EXHAUSTED)));

    var processed = (Processed) booth.sends(FORM);

    assertThat(processed.photo().open()).hasBinaryContent(TextPhotos.bytes(RESULT));
    assertThat(bridge.local.calls().getFirst().settings()).isEqualTo(anEffect().settings());
  }

  @Test
  void recordsBothAttemptsAndSumsTheirCost() throws Exception {
    bridge.gemini.always(ScriptedImageProvider.failure(failure(FailureKind.REFUSED)));

    assertThat(booth.sends(FORM)).isInstanceOf(Processed.class);

    assertThat(bridge.jobs.attempts(onlyJob().id()))
        .extracting(Attempt::provider, Attempt::end)
        .containsExactly(
            tuple(GEMINI, new AttemptEnd.Failed(failure(FailureKind.REFUSED))),
            tuple(LOCAL, new AttemptEnd.Delivered(PAID, 0)));
    assertThat(onlyJob().cost()).isEqualTo(LOST.plus(PAID));
    assertThat(bridge.log.rows().getFirst().cost()).isEqualTo(LOST.plus(PAID));
  }

  @Test
  void isTriedOnceTheRetriesAreUsedUp() throws Exception {
    bridge.gemini.always(ScriptedImageProvider.failure(failure(FailureKind.UNAVAILABLE)));

    assertThat(booth.sends(FORM)).isInstanceOf(Processed.class);

    assertThat(bridge.gemini.calls()).hasSize(4);
    assertThat(bridge.local.calls()).hasSize(1);
  }

  @Test
  void isNotTriedForAPhotoThatNobodyCanUse() throws Exception {
    JobFailure unusable = failure(FailureKind.PHOTO_UNUSABLE);
    bridge.gemini.always(ScriptedImageProvider.failure(unusable));

    assertThat(booth.sends(FORM))
        .isEqualTo(new IngestPhotoOutcome.Failed(onlyJob().id(), unusable));
    assertThat(bridge.local.calls()).isEmpty();
  }

  @Test
  void tellsItsOwnFailureWhenItFailsToo() throws Exception {
    JobFailure second = failure(FailureKind.REQUEST_REJECTED);
    bridge.gemini.always(ScriptedImageProvider.failure(failure(FailureKind.REFUSED)));
    bridge.local.always(ScriptedImageProvider.failure(second));

    assertThat(booth.sends(FORM)).isEqualTo(new IngestPhotoOutcome.Failed(onlyJob().id(), second));
    assertThat(onlyJob().attempts()).isEqualTo(2);
    assertThat(onlyJob().cost()).isEqualTo(LOST.plus(LOST));
  }

  @ParameterizedTest
  @CsvSource({"40,1", "41,0"})
  void isOnlyTriedWhileItsUsualTimeFits(int failedAfterSeconds, int calls) throws Exception {
    bridge.local.then(ScriptedImageProvider.photo(RESULT, PAID).after(() -> advance(7)));
    bridge.gemini.then(ScriptedImageProvider.failure(failure(FailureKind.REFUSED)));
    assertThat(booth.sendsWithoutHaste(FORM)).as("takes 7 s").isInstanceOf(Processed.class);
    bridge.gemini.then(
        ScriptedImageProvider.failure(failure(FailureKind.REFUSED))
            .after(() -> advance(failedAfterSeconds)));

    IngestPhotoOutcome outcome =
        booth.sendsWithoutHaste(BoothForm.with(aPhoto().withSize(900, 600).build()));

    assertThat(outcome)
        .isInstanceOf(calls == 1 ? Processed.class : IngestPhotoOutcome.Failed.class);
    assertThat(bridge.local.calls()).hasSize(1 + calls);
  }

  private void advance(int seconds) {
    bridge.clock.advance(Duration.ofSeconds(seconds));
  }
}
