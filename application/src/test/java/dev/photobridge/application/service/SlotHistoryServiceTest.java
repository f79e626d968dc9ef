package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.COMBINE_IMAGES;
import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.ACCOUNTS;
import static dev.photobridge.domain.testing.SlotFixtures.CREATED_AT;
import static dev.photobridge.domain.testing.SlotFixtures.FIRST;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static dev.photobridge.domain.testing.SlotFixtures.aSetup;
import static dev.photobridge.domain.testing.SlotFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.ResetSlotCommand;
import dev.photobridge.application.port.in.RestoreSlotVersionCommand;
import dev.photobridge.application.port.in.RestoreSlotVersionOutcome;
import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.application.port.in.UpdateSlotCommand;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.testing.InMemoryAuditLog;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.application.testing.PlainChanges;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.slot.FailureReply;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.domain.slot.SlotVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlotHistoryServiceTest {
  private static final Instant NOW = Instant.parse("2026-05-02T08:00:00Z");
  private static final Duration UPLOADS_STAY = Duration.ofMinutes(15);
  private static final SlotRules WITH_ORIGINAL =
      new SlotRules(new FailureReply.OriginalPhoto(), null, false, 3, null);

  private final ProviderCatalogue catalogue = aCatalogue();
  private final InMemorySlotRepository slots = new InMemorySlotRepository();
  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final InMemoryAuditLog audit = new InMemoryAuditLog();
  private final SettableClock clock = new SettableClock(NOW);
  private final SlotImages images =
      new SlotImages(ACCOUNTS, catalogue, slots, media, TestBridge.RETENTION, clock);
  private final SetupCheck check = new SetupCheck(catalogue, (_, _) -> List.of(), images);
  private final SlotSaving saving = new SlotSaving(slots, images, new PlainChanges(), audit);
  private final UpdateSlotService update = new UpdateSlotService(check, saving, clock);
  private final SlotHistoryService history = new SlotHistoryService(slots, check, saving, clock);

  @BeforeEach
  void storeSlots() {
    slots.put(Slot.free(FIRST, CREATED_AT));
    slots.put(Slot.free(address(IGOR, 1), CREATED_AT));
  }

  @Test
  void everyChangeKeepsWhatTheSlotWasBefore() {
    Slot first = saved("one", aSetup(), WITH_ORIGINAL);
    clock.advance(Duration.ofHours(1));
    Slot second = saved("two", aSetup(), SlotRules.DEFAULT);
    clock.advance(Duration.ofHours(1));
    reset();

    assertThat(history.versions(FIRST))
        .contains(
            List.of(
                new SlotVersion(second, NOW.plus(Duration.ofHours(2))),
                new SlotVersion(first, NOW.plus(Duration.ofHours(1))),
                new SlotVersion(Slot.free(FIRST, CREATED_AT), NOW)));
    assertThat(history.versions(address(SERG, 40))).isEmpty();
    assertThat(history.versions(address(IGOR, 1))).contains(List.of());
  }

  @Test
  void everyChangeIsRememberedWithWhoMadeIt() {
    saved("one", aSetup(), SlotRules.DEFAULT);
    saved("one", aSetup(), SlotRules.DEFAULT);
    reset();
    restore(1, Optional.empty());
    history.reset(new ResetSlotCommand(FIRST, Optional.of(99L)));

    assertThat(audit.entries())
        .containsExactly(
            AuditEntry.of(SERG, AuditedAction.SLOT_SAVED, "slot-001", NOW),
            AuditEntry.of(SERG, AuditedAction.SLOT_RESET, "slot-001", NOW),
            AuditEntry.of(SERG, AuditedAction.SLOT_RESTORED, "slot-001", NOW));
  }

  @Test
  void onlyTheNewestTwentyAreKept() {
    IntStream.rangeClosed(1, 25).forEach(i -> saved("name " + i, aSetup(), SlotRules.DEFAULT));

    assertThat(history.versions(FIRST).orElseThrow())
        .extracting(version -> version.slot().name())
        .hasSize(20)
        .startsWith("name 24")
        .endsWith("name 5");
  }

  @Test
  void aResetSlotIsFreeAndKeepsItsIdAndStatistics() {
    Slot used = saved("one", aSetup(), WITH_ORIGINAL);
    clock.advance(Duration.ofHours(1));

    UpdateSlotOutcome outcome = reset();

    var free = new Slot(FIRST, "", null, SlotRules.DEFAULT, CREATED_AT, clock.instant(), 2);
    assertThat(used.lastResetAt()).isEqualTo(CREATED_AT);
    assertThat(outcome).isEqualTo(new UpdateSlotOutcome.Saved(free));
    assertThat(slots.find(FIRST)).contains(free);
  }

  @Test
  void aFreeSlotNeedsNoReset() {
    assertThat(reset()).isEqualTo(new UpdateSlotOutcome.Saved(Slot.free(FIRST, CREATED_AT)));
    assertThat(history.versions(FIRST)).contains(List.of());
  }

  @Test
  void whoSawAnOlderVersionResetsAndRestoresNothing() {
    Slot used = saved("one", aSetup(), SlotRules.DEFAULT);

    assertThat(history.reset(new ResetSlotCommand(FIRST, Optional.of(0L))))
        .isEqualTo(new UpdateSlotOutcome.VersionConflict(1));
    assertThat(restore(0, Optional.of(0L))).isEqualTo(new UpdateSlotOutcome.VersionConflict(1));
    assertThat(slots.find(FIRST)).contains(used);
  }

  @Test
  void aSlotThatDoesNotExistIsUnknown() {
    SlotAddress missing = address(SERG, 40);

    assertThat(history.reset(new ResetSlotCommand(missing, Optional.empty())))
        .isEqualTo(new UpdateSlotOutcome.SlotUnknown());
    assertThat(history.restore(new RestoreSlotVersionCommand(missing, 0, Optional.empty())))
        .isEqualTo(new RestoreSlotVersionOutcome.Tried(new UpdateSlotOutcome.SlotUnknown()));
  }

  @Test
  void aRestoredVersionIsANewOne() {
    saved("one", aSetup(), WITH_ORIGINAL);
    saved("two", aSetup(), SlotRules.DEFAULT);
    clock.advance(Duration.ofDays(90));

    UpdateSlotOutcome outcome = restore(1, Optional.of(2L));

    var restored = new Slot(FIRST, "one", aSetup(), WITH_ORIGINAL, CREATED_AT, clock.instant(), 3);
    assertThat(outcome).isEqualTo(new UpdateSlotOutcome.Saved(restored));
    assertThat(slots.find(FIRST)).contains(restored);
    assertThat(history.versions(FIRST).orElseThrow().getFirst().slot().name()).isEqualTo("two");
  }

  @Test
  void restoringAFreeStateIsAReset() {
    saved("one", aSetup(), WITH_ORIGINAL);

    restore(0, Optional.empty());

    assertThat(slots.find(FIRST).orElseThrow().setup()).isEmpty();
    assertThat(slots.find(FIRST).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void aVersionThatIsNotKeptCanNotBeRestored() {
    saved("one", aSetup(), SlotRules.DEFAULT);

    for (long version : List.of(1L, 2L, -1L)) {
      assertThat(history.restore(new RestoreSlotVersionCommand(FIRST, version, Optional.empty())))
          .isEqualTo(new RestoreSlotVersionOutcome.NotKept());
    }
  }

  @Test
  void aVersionPassesTheSameChecksAsAnySave() {
    MediaId image = uploaded();
    saved("one", combining(image), SlotRules.DEFAULT);
    reset();
    media.delete(image);

    assertThat(restore(1, Optional.empty()))
        .isEqualTo(new UpdateSlotOutcome.ImageMissing(SlotPart.SETUP, "base_media_id"));
    assertThat(slots.find(FIRST).orElseThrow().setup()).isEmpty();
  }

  @Test
  void anImageComesBackWithItsVersionMonthsLater() {
    MediaId image = uploaded();
    saved("one", combining(image), SlotRules.DEFAULT);
    reset();
    clock.advance(Duration.ofDays(200));
    media.deleteExpired(clock.instant());

    assertThat(restore(1, Optional.empty())).isInstanceOf(UpdateSlotOutcome.Saved.class);

    assertThat(media.find(image)).isPresent();
  }

  @Test
  void anImageWhoseLastVersionIsForgottenExpiresLikeAnUpload() {
    MediaId image = uploaded();
    saved("one", combining(image), SlotRules.DEFAULT);
    IntStream.rangeClosed(1, 20).forEach(i -> saved("name " + i, aSetup(), SlotRules.DEFAULT));
    clock.advance(Duration.ofDays(1));
    assertThat(media.find(image).orElseThrow().isExpiredAt(clock.instant())).isFalse();

    saved("name 21", aSetup(), SlotRules.DEFAULT);

    assertThat(media.find(image).orElseThrow().expiresAt())
        .isEqualTo(clock.instant().plus(UPLOADS_STAY));
  }

  @Test
  void bothAccountsMayUseOneImage() {
    MediaId image = uploaded();
    saved("one", combining(image), SlotRules.DEFAULT);
    update.update(
        new UpdateSlotCommand(
            address(IGOR, 1), "his", combining(image), SlotRules.DEFAULT, Optional.empty()));
    IntStream.rangeClosed(0, 20).forEach(i -> saved("name " + i, aSetup(), SlotRules.DEFAULT));

    clock.advance(Duration.ofDays(200));

    assertThat(media.find(image).orElseThrow().isExpiredAt(clock.instant())).isFalse();
  }

  @Test
  void whatACrashLeftUnkeptIsKeptAtTheNextStart() {
    MediaId ofSlot = uploaded();
    MediaId ofVersion = uploaded();
    saved("one", combining(ofVersion), SlotRules.DEFAULT);
    saved("two", combining(ofSlot), SlotRules.DEFAULT);
    media.expireAt(ofSlot, NOW.plus(UPLOADS_STAY));
    media.expireAt(ofVersion, NOW.plus(UPLOADS_STAY));

    images.pinUsed();

    clock.advance(Duration.ofDays(200));
    assertThat(media.find(ofSlot).orElseThrow().isExpiredAt(clock.instant())).isFalse();
    assertThat(media.find(ofVersion).orElseThrow().isExpiredAt(clock.instant())).isFalse();
  }

  private Slot saved(String name, SlotSetup setup, SlotRules rules) {
    UpdateSlotOutcome outcome =
        update.update(new UpdateSlotCommand(FIRST, name, setup, rules, Optional.empty()));
    assertThat(outcome).isInstanceOf(UpdateSlotOutcome.Saved.class);
    return ((UpdateSlotOutcome.Saved) outcome).slot();
  }

  private UpdateSlotOutcome reset() {
    return history.reset(new ResetSlotCommand(FIRST, Optional.empty()));
  }

  private UpdateSlotOutcome restore(long version, Optional<Long> seen) {
    RestoreSlotVersionOutcome outcome =
        history.restore(new RestoreSlotVersionCommand(FIRST, version, seen));
    assertThat(outcome).isInstanceOf(RestoreSlotVersionOutcome.Tried.class);
    return ((RestoreSlotVersionOutcome.Tried) outcome).outcome();
  }

  private MediaId uploaded() {
    return media.upload(aPhoto().build(), clock.instant().plus(UPLOADS_STAY)).id();
  }

  private static SlotSetup combining(MediaId base) {
    return new SlotSetup(
        GEMINI, COMBINE_IMAGES, new SlotSettings(Map.of("base_media_id", base.toString())));
  }
}
