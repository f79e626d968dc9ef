package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.JobFixtures.aJobId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.DraftSource;
import dev.photobridge.application.port.out.PhotoPublisher;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.ScriptedImageProvider.Answer;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobProgress;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.testing.CatalogueFixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Photos published for a provider that fetches them; jobs are taken and run step by step.
class SharedPhotosTest {
  private static final PhotoFacts PREPARED = aPhoto().withSize(320, 240).build();
  private static final Duration LATER = Duration.ofSeconds(3);
  private static final DeferredCall CALL = new DeferredCall("7");

  private final TestBridge bridge = new TestBridge(CatalogueFixtures.aCatalogue(), 10);

  private static Answer publishing(Answer then) {
    return call -> {
      publish(call.publisher(), call.drafts());
      return then.to(call);
    };
  }

  private static String publish(PhotoPublisher publisher, DraftSource drafts) {
    try (var draft = TextPhotos.draft(drafts, PREPARED)) {
      return publisher.publish(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(Answer answer) {
    bridge.gemini.then(answer);
    bridge.runner.run(TestClaims.claim(bridge, 1, JobProgress.NONE));
  }

  private void runOn() {
    bridge.clock.advance(LATER);
    bridge
        .queue
        .claim(Map.of(bridge.gemini.id(), 1), bridge.clock.instant())
        .forEach(bridge.runner::run);
  }

  private List<MediaObject> alive() {
    return bridge.media.all(MediaKind.SHARED).stream()
        .filter(media -> !media.isExpiredAt(bridge.clock.instant()))
        .toList();
  }

  private JobState state() {
    return bridge.jobs.find(aJobId(1)).orElseThrow().state();
  }

  @Test
  void aPublishedPhotoIsReadableWhileTheProviderWorks() {
    run(publishing(ScriptedImageProvider.deferral(CALL, LATER)));

    assertThat(state()).isEqualTo(JobState.WAITING_PROVIDER);
    assertThat(alive()).hasSize(1);
    MediaObject shared = alive().getFirst();
    assertThat(shared.facts()).isEqualTo(PREPARED);
    assertThat(shared.expiresAt())
        .isEqualTo(bridge.jobs.find(aJobId(1)).orElseThrow().order().expiresAt());
    assertThat(bridge.media.jobOf(shared.id())).contains(aJobId(1));
    assertThat(bridge.media.openDrafts()).isZero();
  }

  @Test
  void itsLinkIsTheOneThatServesIt() {
    run(
        call -> {
          String link = publish(call.publisher(), call.drafts());
          assertThat(link).isEqualTo(TestBridge.ADDRESSES.of(alive().getFirst().id()));
          return new ProviderOutcome.Deferred(CALL, LATER);
        });

    assertThat(bridge.trouble.all()).isEmpty();
    assertThat(state()).isEqualTo(JobState.WAITING_PROVIDER);
  }

  @Test
  void itIsDeadOnceTheResultIsThere() {
    run(publishing(ScriptedImageProvider.photo(aPhoto().build(), TestBridge.PRICE)));

    assertThat(state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(alive()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"REFUSED", "RESULT_LOST", "KEY_REJECTED"})
  void itIsDeadOnceTheJobHasFailed(FailureKind kind) {
    run(publishing(ScriptedImageProvider.failure(JobFailure.of(kind, "NO", ""))));

    assertThat(state()).isEqualTo(JobState.FAILED);
    assertThat(bridge.gemini.calls()).as("not called again").hasSize(1);
    assertThat(alive()).isEmpty();
  }

  @Test
  void itIsDeadOnceTheJobHasExpired() {
    run(publishing(ScriptedImageProvider.deferral(CALL, LATER)));
    bridge.clock.advance(Duration.ofMinutes(10));
    runOn();

    assertThat(state()).isEqualTo(JobState.EXPIRED);
    assertThat(alive()).isEmpty();
  }

  @Test
  void anotherAttemptPublishesAnewAndAllLinksDieWithTheJob() {
    run(publishing(ScriptedImageProvider.failure(JobFailure.of(FailureKind.UNAVAILABLE, "X", ""))));
    assertThat(state()).isEqualTo(JobState.QUEUED);
    assertThat(alive()).hasSize(1);

    bridge.gemini.then(publishing(ScriptedImageProvider.deferral(CALL, LATER)));
    runOn();
    assertThat(alive()).hasSize(2);

    bridge.gemini.thenAsked(ScriptedImageProvider.photo(aPhoto().build(), TestBridge.PRICE));
    runOn();
    assertThat(state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(alive()).isEmpty();
  }
}
