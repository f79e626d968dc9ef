package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.CHANGE_IMAGE;
import static dev.photobridge.domain.testing.CatalogueFixtures.COMBINE_IMAGES;
import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.ACCOUNTS;
import static dev.photobridge.domain.testing.SlotFixtures.FIRST;
import static dev.photobridge.domain.testing.SlotFixtures.aSetup;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.anEffect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.application.port.in.UpdateSlotCommand;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.application.testing.InMemoryAuditLog;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.application.testing.PlainChanges;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.domain.slot.SlotVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Saving what a slot does besides its setup.
class UpdateSlotRulesTest {
  private static final Instant NOW = Instant.parse("2026-05-02T08:00:00Z");
  private static final Instant SOON = NOW.plus(Duration.ofMinutes(15));
  private static final Instant NEVER = NOW.plus(Duration.ofDays(36_000));
  private static final SlotSettings BAD = new SlotSettings(Map.of("effect", "no such effect"));
  private static final SettingsProblem PROBLEM =
      SettingsProblem.of("effect", "not_among", Map.of("allowed", "sepia"));

  private final ProviderCatalogue catalogue = aCatalogue();
  private final InMemorySlotRepository slots = new InMemorySlotRepository();
  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final SettableClock clock = new SettableClock(NOW);
  private final SlotImages images =
      new SlotImages(ACCOUNTS, catalogue, slots, media, TestBridge.RETENTION, clock);
  private final UpdateSlotService service =
      new UpdateSlotService(
          new SetupCheck(catalogue, UpdateSlotRulesTest::problems, images),
          new SlotSaving(slots, images, new PlainChanges(), new InMemoryAuditLog()),
          clock);

  @BeforeEach
  void storeSlot() {
    slots.put(aSlot().build());
  }

  @Test
  void savesTheRulesWithTheSlot() {
    var rules = new SlotRules(new FailureReply.LocalEffect(anEffect()), anEffect(), false, 4, null);

    assertThat(update(rules)).isInstanceOf(UpdateSlotOutcome.Saved.class);
    assertThat(slots.find(FIRST).orElseThrow().rules()).isEqualTo(rules);
  }

  @Test
  void replacesTheRulesThatWereThere() {
    update(new SlotRules(new FailureReply.OriginalPhoto(), anEffect(), false, 4, null));

    update(SlotRules.DEFAULT);

    assertThat(slots.find(FIRST).orElseThrow().rules()).isEqualTo(SlotRules.DEFAULT);
  }

  @Test
  void refusesAFallbackThatTheCatalogueDoesNotOffer() {
    var noProvider = new SlotSetup(new ProviderId("turbotext"), CHANGE_IMAGE, SlotSettings.NONE);
    var noOperation = new SlotSetup(LOCAL, new OperationId("face_swap"), SlotSettings.NONE);

    for (SlotSetup fallback : List.of(noProvider, noOperation)) {
      assertThat(update(fallingBackTo(fallback)))
          .isEqualTo(new UpdateSlotOutcome.OperationNotAvailable(SlotPart.FALLBACK, fallback));
    }
  }

  @Test
  void refusesAFallbackWithWrongSettings() {
    assertThat(update(fallingBackTo(new SlotSetup(LOCAL, CHANGE_IMAGE, BAD))))
        .isEqualTo(new UpdateSlotOutcome.SettingsInvalid(SlotPart.FALLBACK, List.of(PROBLEM)));
  }

  @Test
  void refusesAFallbackWhoseImageIsNotThere() {
    assertThat(update(fallingBackTo(combining(GEMINI, aMediaId(99)))))
        .isEqualTo(new UpdateSlotOutcome.ImageMissing(SlotPart.FALLBACK, "base_media_id"));
  }

  @Test
  void refusesAFallbackThatIsWhatTheSlotDoesAnyway() {
    var otherModel =
        new SlotSetup(
            GEMINI,
            CHANGE_IMAGE,
            new SlotSettings(Map.of("prompt", "as a watercolour", "model", "fast")));

    assertThat(update(fallingBackTo(aSetup()))).isEqualTo(new UpdateSlotOutcome.FallbackIsSetup());
    assertThat(update(fallingBackTo(otherModel))).isInstanceOf(UpdateSlotOutcome.Saved.class);
  }

  @Test
  void refusesAnEffectThatTheLocalProviderDoesNotOffer() {
    var effect = new SlotSetup(LOCAL, new OperationId("face_swap"), SlotSettings.NONE);

    assertThat(update(replyingWith(effect)))
        .isEqualTo(new UpdateSlotOutcome.OperationNotAvailable(SlotPart.FAILURE_REPLY, effect));
  }

  @Test
  void refusesAnEffectWithWrongSettings() {
    assertThat(update(replyingWith(new SlotSetup(LOCAL, CHANGE_IMAGE, BAD))))
        .isEqualTo(new UpdateSlotOutcome.SettingsInvalid(SlotPart.FAILURE_REPLY, List.of(PROBLEM)));
  }

  @Test
  void refusesAnEffectWhoseImageIsNotThere() {
    assertThat(update(replyingWith(combining(LOCAL, aMediaId(99)))))
        .isEqualTo(new UpdateSlotOutcome.ImageMissing(SlotPart.FAILURE_REPLY, "base_media_id"));
  }

  @Test
  void savesNothingOfWhatItRefuses() {
    update(replyingWith(new SlotSetup(LOCAL, CHANGE_IMAGE, BAD)));

    assertThat(slots.find(FIRST)).contains(aSlot().build());
  }

  @Test
  void imagesOfFallbackAndEffectAreKeptAsLongAsTheyAreUsed() {
    MediaId ofFallback = media.upload(aPhoto().build(), SOON).id();
    MediaId ofEffect = media.upload(aPhoto().build(), SOON).id();

    update(
        new SlotRules(
            new FailureReply.LocalEffect(combining(LOCAL, ofEffect)),
            combining(GEMINI, ofFallback),
            true,
            null,
            null));

    assertThat(expiryOf(ofFallback)).isAfter(NEVER);
    assertThat(expiryOf(ofEffect)).isAfter(NEVER);

    update(replyingWith(combining(LOCAL, ofEffect)));
    forgetVersionsBefore(replyingWith(combining(LOCAL, ofEffect)));

    assertThat(expiryOf(ofFallback)).isEqualTo(SOON);
    assertThat(expiryOf(ofEffect)).isAfter(NEVER);

    update(SlotRules.DEFAULT);
    forgetVersionsBefore(SlotRules.DEFAULT);

    assertThat(expiryOf(ofEffect)).isEqualTo(SOON);
  }

  private void forgetVersionsBefore(SlotRules rules) {
    for (int i = 0; i <= SlotVersion.KEPT; i++) {
      service.update(
          new UpdateSlotCommand(FIRST, "Wedding " + i, aSetup(), rules, Optional.empty()));
    }
  }

  private UpdateSlotOutcome update(SlotRules rules) {
    return service.update(
        new UpdateSlotCommand(FIRST, "Wedding", aSetup(), rules, Optional.empty()));
  }

  private Instant expiryOf(MediaId id) {
    return media.find(id).orElseThrow().expiresAt();
  }

  private static SlotRules fallingBackTo(SlotSetup fallback) {
    return new SlotRules(new FailureReply.ErrorStatus(), fallback, true, null, null);
  }

  private static SlotRules replyingWith(SlotSetup effect) {
    return new SlotRules(new FailureReply.LocalEffect(effect), null, true, null, null);
  }

  private static SlotSetup combining(ProviderId provider, MediaId base) {
    return new SlotSetup(
        provider, COMBINE_IMAGES, new SlotSettings(Map.of("base_media_id", base.toString())));
  }

  private static List<SettingsProblem> problems(Operation operation, SlotSettings settings) {
    return settings.equals(BAD) ? List.of(PROBLEM) : List.of();
  }
}
