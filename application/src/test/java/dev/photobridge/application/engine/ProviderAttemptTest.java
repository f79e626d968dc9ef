package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.CatalogueFixtures.aModel;
import static dev.photobridge.domain.testing.CatalogueFixtures.changeImage;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.CallNotes;
import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.RecordedTrouble;
import dev.photobridge.application.testing.ScriptedImageProvider;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.domain.testing.SlotFixtures;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProviderAttemptTest {
  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final SettableClock clock = new SettableClock(RECEIVED_AT.plusSeconds(20));
  private final ScriptedImageProvider gemini =
      new ScriptedImageProvider(
          GEMINI, ScriptedImageProvider.photo(aPhoto().build(), TestBridge.PRICE));
  private final MediaId source = media.upload(aPhoto().build(), RECEIVED_AT.plusSeconds(600)).id();

  private ProviderAttempt attempt(Map<ProviderId, ImageProvider> providers) {
    var photos = new TextPhotos();
    var recovery = new ResultRecovery(media, photos, TestBridge.RETENTION, clock);
    var keeper =
        new ResultKeeper(
            media,
            photos,
            photos,
            TestBridge.RESULT_LIMITS,
            TestBridge.RETENTION,
            clock,
            recovery,
            new Patience(clock, _ -> {}, new RecordedTrouble()));
    return new ProviderAttempt(
        TestBridge.calls(aCatalogue(), media, clock),
        providers,
        TestBridge.noCaps(clock),
        keeper,
        recovery,
        clock,
        new RecordedTrouble());
  }

  private AttemptOutcome run(SlotSetup setup) {
    var order =
        anOrder().withSource(source).withSetup(setup).withFields(Map.of("survey", "cats")).build();
    return attempt(Map.of(GEMINI, gemini))
        .run(QueuedJob.accepted(order).start(clock.instant()), new CallNotes());
  }

  private static SlotSetup setup(ProviderId provider, String operation) {
    return new SlotSetup(provider, new OperationId(operation), SlotFixtures.aSetup().settings());
  }

  @Test
  void handsTheProviderAllItNeeds() {
    assertThat(run(SlotFixtures.aSetup())).isInstanceOf(AttemptOutcome.Stored.class);

    ProviderCall call = gemini.calls().getFirst();
    assertThat(call.job()).isEqualTo(anOrder().build().id());
    assertThat(call.operation()).isEqualTo(changeImage());
    assertThat(call.model()).contains(aModel("quality"));
    assertThat(call.settings()).isEqualTo(SlotFixtures.aSetup().settings());
    assertThat(call.prompt()).isEqualTo("as a watercolour");
    assertThat(call.prices()).isEqualTo(aModel("quality").prices());
    assertThat(call.timeLeft()).isEqualTo(Duration.ofSeconds(580));
    assertThat(media.openDrafts()).isZero();
  }

  @Test
  void fillsThePlacesInTheSlotsTextsWithWhatTheBoothSent() {
    SlotSetup setup =
        SlotFixtures.aSlot()
            .withSetting("prompt", "{survey} on {date} for {guest|our guest}")
            .build()
            .setup()
            .orElseThrow();

    assertThat(run(setup)).isInstanceOf(AttemptOutcome.Stored.class);

    ProviderCall call = gemini.calls().getFirst();
    assertThat(call.prompt()).isEqualTo("cats on 01.05.2026 for our guest");
    assertThat(call.settings().text("prompt")).contains(call.prompt());
  }

  @Test
  void usesTheModelThatTheSlotChose() {
    SlotSetup setup =
        SlotFixtures.aSlot().withSetting("model", "fast").build().setup().orElseThrow();

    assertThat(run(setup)).isInstanceOf(AttemptOutcome.Stored.class);

    assertThat(gemini.calls().getFirst().model()).isEqualTo(Optional.of(aModel("fast")));
  }

  @Test
  void failsWhereTheCatalogueOrTheProvidersNoLongerHaveTheOperation() {
    for (SlotSetup setup :
        new SlotSetup[] {
          setup(new ProviderId("turbotext"), "change_image"),
          setup(GEMINI, "face_swap"),
          setup(LOCAL, "change_image")
        }) {
      assertThat(run(setup))
          .isInstanceOfSatisfying(
              AttemptOutcome.Failed.class,
              failed -> {
                assertThat(failed.failure().kind()).isEqualTo(FailureKind.REQUEST_REJECTED);
                assertThat(failed.failure().detail()).contains(setup.provider().value());
              });
    }
    assertThat(gemini.calls()).isEmpty();
  }

  @Test
  void throwsAwayWhatIsNoImage() {
    gemini.then(ScriptedImageProvider.bytes(new byte[10], TestBridge.PRICE));

    assertThat(run(SlotFixtures.aSetup()))
        .isInstanceOfSatisfying(
            AttemptOutcome.Failed.class,
            failed -> {
              assertThat(failed.failure().kind()).isEqualTo(FailureKind.UNUSABLE_ANSWER);
              assertThat(failed.failure().cost()).isEqualTo(TestBridge.PRICE);
            });
    assertThat(media.openDrafts()).isZero();
  }
}
