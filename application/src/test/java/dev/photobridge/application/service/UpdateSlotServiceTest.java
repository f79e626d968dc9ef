package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.CHANGE_IMAGE;
import static dev.photobridge.domain.testing.CatalogueFixtures.COMBINE_IMAGES;
import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.ACCOUNTS;
import static dev.photobridge.domain.testing.SlotFixtures.CREATED_AT;
import static dev.photobridge.domain.testing.SlotFixtures.FIRST;
import static dev.photobridge.domain.testing.SlotFixtures.IGOR;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static dev.photobridge.domain.testing.SlotFixtures.aSetup;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.application.port.in.UpdateSlotCommand;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.application.testing.InMemoryAuditLog;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.application.testing.PlainChanges;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import dev.photobridge.domain.slot.SlotVersion;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdateSlotServiceTest {
  private static final Instant NOW = Instant.parse("2026-05-02T08:00:00Z");
  private static final Instant SOON = NOW.plus(Duration.ofMinutes(15));
  private static final Instant NEVER = NOW.plus(Duration.ofDays(36_000));
  private static final SlotAddress SECOND = address(IGOR, 2);
  private static final PhotoFacts IMAGE = aPhoto().build();

  private final ProviderCatalogue catalogue = aCatalogue();
  private final InMemorySlotRepository slots = new InMemorySlotRepository();
  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final SettableClock clock = new SettableClock(NOW);
  private final List<SettingsProblem> problems = new ArrayList<>();
  private final SlotImages images =
      new SlotImages(ACCOUNTS, catalogue, slots, media, TestBridge.RETENTION, clock);
  private final UpdateSlotService service =
      new UpdateSlotService(
          new SetupCheck(catalogue, (_, _) -> problems, images),
          new SlotSaving(slots, images, new PlainChanges(), new InMemoryAuditLog()),
          clock);

  @BeforeEach
  void storeSlots() {
    slots.put(aSlot().withVersion(3).build());
    slots.put(aSlot().withAddress(SECOND).build());
  }

  private static UpdateSlotCommand save(SlotAddress address, SlotSetup setup) {
    return new UpdateSlotCommand(address, "Party", setup, SlotRules.DEFAULT, Optional.empty());
  }

  private static SlotSetup combining(MediaId base, @Nullable MediaId overlay) {
    Map<String, @Nullable Object> settings =
        overlay == null
            ? Map.of("base_media_id", base.toString())
            : Map.of("base_media_id", base.toString(), "overlay_media_id", overlay.toString());
    return new SlotSetup(GEMINI, COMBINE_IMAGES, new SlotSettings(settings));
  }

  private MediaId uploaded() {
    return media.upload(IMAGE, SOON).id();
  }

  private Instant expiryOf(MediaId id) {
    return media.find(id).orElseThrow().expiresAt();
  }

  private void saved(SlotAddress address, SlotSetup setup) {
    assertThat(service.update(save(address, setup))).isInstanceOf(UpdateSlotOutcome.Saved.class);
  }

  /// So often that only one version is left that was there before.
  private void savedUntilOlderVersionsAreForgotten(SlotAddress address, SlotSetup setup) {
    for (int i = 1; i <= SlotVersion.KEPT; i++) {
      service.update(
          new UpdateSlotCommand(address, "Party " + i, setup, SlotRules.DEFAULT, Optional.empty()));
    }
  }

  @Test
  void whatIsSoAlreadyKeepsItsVersion() {
    saved(FIRST, aSetup());
    Slot once = slots.find(FIRST).orElseThrow();
    clock.advance(Duration.ofDays(1));

    assertThat(service.update(save(FIRST, aSetup()))).isEqualTo(new UpdateSlotOutcome.Saved(once));

    assertThat(slots.find(FIRST)).contains(once);
    assertThat(slots.versions(FIRST)).hasSize(1);
    var stale = new UpdateSlotCommand(FIRST, "Party", aSetup(), SlotRules.DEFAULT, Optional.of(3L));
    assertThat(service.update(stale)).isEqualTo(new UpdateSlotOutcome.VersionConflict(4));
  }

  @Test
  void takesPlacesThatEveryPhotoFillsOrThatHaveAPreset() {
    saved(FIRST, prompting("{name} on {date} with {survey1|a cat} and {\"json\": 1}"));
  }

  @Test
  void refusesPlacesThatSomePhotosLeaveEmpty() {
    UpdateSlotOutcome outcome =
        service.update(save(FIRST, prompting("{survey1}, {name} and {survey2}")));

    assertThat(outcome)
        .isEqualTo(
            new UpdateSlotOutcome.SettingsInvalid(
                SlotPart.SETUP, List.of(empty("survey1"), empty("survey2"))));
    assertThat(slots.find(FIRST).orElseThrow().version()).isEqualTo(3);
  }

  private static SettingsProblem empty(String name) {
    return SettingsProblem.of("prompt", "place_without_default", Map.of("found", name));
  }

  private static SlotSetup prompting(String prompt) {
    return new SlotSetup(GEMINI, CHANGE_IMAGE, new SlotSettings(Map.of("prompt", prompt)));
  }

  @Test
  void savesANewVersion() {
    UpdateSlotOutcome outcome = service.update(save(FIRST, aSetup()));

    var changed = new Slot(FIRST, "Party", aSetup(), SlotRules.DEFAULT, CREATED_AT, NOW, 4);
    assertThat(outcome).isEqualTo(new UpdateSlotOutcome.Saved(changed));
    assertThat(slots.find(FIRST)).contains(changed);
  }

  @Test
  void savesTheVersionThatTheOperatorSaw() {
    var command =
        new UpdateSlotCommand(FIRST, "Party", aSetup(), SlotRules.DEFAULT, Optional.of(3L));

    assertThat(service.update(command)).isInstanceOf(UpdateSlotOutcome.Saved.class);
  }

  @Test
  void refusesAVersionThatIsNotTheNewest() {
    for (long seen : List.of(2L, 4L)) {
      var command =
          new UpdateSlotCommand(FIRST, "Party", aSetup(), SlotRules.DEFAULT, Optional.of(seen));

      assertThat(service.update(command)).isEqualTo(new UpdateSlotOutcome.VersionConflict(3));
    }
    assertThat(slots.find(FIRST).orElseThrow().name()).isEqualTo("Wedding");
  }

  @Test
  void refusesASlotThatDoesNotExist() {
    assertThat(service.update(save(address(SERG, 40), aSetup())))
        .isEqualTo(new UpdateSlotOutcome.SlotUnknown());
  }

  @Test
  void refusesANameThatIsTooLong() {
    var longest =
        new UpdateSlotCommand(
            FIRST, "n".repeat(120), aSetup(), SlotRules.DEFAULT, Optional.empty());
    var tooLong =
        new UpdateSlotCommand(
            FIRST, "n".repeat(121), aSetup(), SlotRules.DEFAULT, Optional.empty());

    assertThat(service.update(tooLong)).isEqualTo(new UpdateSlotOutcome.NameTooLong(120));
    assertThat(service.update(longest)).isInstanceOf(UpdateSlotOutcome.Saved.class);
  }

  @Test
  void refusesWhatTheCatalogueDoesNotOffer() {
    var noProvider = new SlotSetup(new ProviderId("turbotext"), CHANGE_IMAGE, SlotSettings.NONE);
    var noOperation = new SlotSetup(GEMINI, new OperationId("face_swap"), SlotSettings.NONE);

    assertThat(service.update(save(FIRST, noProvider)))
        .isEqualTo(new UpdateSlotOutcome.OperationNotAvailable(SlotPart.SETUP, noProvider));
    assertThat(service.update(save(FIRST, noOperation)))
        .isEqualTo(new UpdateSlotOutcome.OperationNotAvailable(SlotPart.SETUP, noOperation));
  }

  @Test
  void refusesSettingsThatTheSchemaDoesNotAllow() {
    problems.add(SettingsProblem.of("prompt", "too_short", Map.of("limit", "1")));

    assertThat(service.update(save(FIRST, aSetup())))
        .isEqualTo(new UpdateSlotOutcome.SettingsInvalid(SlotPart.SETUP, problems));
    assertThat(slots.find(FIRST).orElseThrow().version()).isEqualTo(3);
  }

  @Test
  void refusesImagesThatAreNotThere() throws IOException {
    MediaId there = uploaded();
    MediaId expired = media.upload(IMAGE, NOW).id();
    MediaId notAnUpload = result();

    for (MediaId bad : List.of(aMediaId(99), expired, notAnUpload)) {
      assertThat(service.update(save(FIRST, combining(bad, null))))
          .isEqualTo(new UpdateSlotOutcome.ImageMissing(SlotPart.SETUP, "base_media_id"));
      assertThat(service.update(save(FIRST, combining(there, bad))))
          .isEqualTo(new UpdateSlotOutcome.ImageMissing(SlotPart.SETUP, "overlay_media_id"));
    }
    assertThat(expiryOf(there)).as("of an image nobody uses yet").isEqualTo(SOON);
  }

  private MediaId result() throws IOException {
    try (var draft = TextPhotos.draft(media::begin, IMAGE)) {
      return media.keep(draft, new NewMedia(MediaKind.RESULT, IMAGE, NOW, SOON, null)).id();
    }
  }

  @Test
  void leavesItToTheSchemaWhetherAnImageMustBeNamed() {
    var without = new SlotSetup(GEMINI, COMBINE_IMAGES, SlotSettings.NONE);

    assertThat(service.update(save(FIRST, without))).isInstanceOf(UpdateSlotOutcome.Saved.class);
  }

  @Test
  void imagesOfASavedSlotDoNotExpire() {
    MediaId base = uploaded();
    MediaId overlay = uploaded();
    MediaId unused = uploaded();

    saved(FIRST, combining(base, overlay));

    assertThat(expiryOf(base)).isAfter(NEVER);
    assertThat(expiryOf(overlay)).isAfter(NEVER);
    assertThat(expiryOf(unused)).isEqualTo(SOON);
  }

  @Test
  void imagesThatNoSlotUsesAnyMoreExpireLikeUploads() {
    MediaId base = uploaded();
    MediaId overlay = uploaded();
    saved(FIRST, combining(base, overlay));
    clock.advance(Duration.ofDays(1));

    saved(FIRST, combining(base, null));
    savedUntilOlderVersionsAreForgotten(FIRST, combining(base, null));

    assertThat(expiryOf(base)).isAfter(NEVER);
    assertThat(expiryOf(overlay)).isEqualTo(SOON.plus(Duration.ofDays(1)));

    savedUntilOlderVersionsAreForgotten(FIRST, aSetup());
    assertThat(expiryOf(base)).as("the last version has it").isAfter(NEVER);
    saved(FIRST, aSetup());
    assertThat(expiryOf(base)).isEqualTo(SOON.plus(Duration.ofDays(1)));
  }

  @Test
  void imagesThatAnotherSlotUsesStay() {
    MediaId shared = uploaded();
    saved(FIRST, combining(shared, null));
    saved(SECOND, combining(shared, null));

    saved(FIRST, aSetup());
    savedUntilOlderVersionsAreForgotten(FIRST, aSetup());
    assertThat(expiryOf(shared)).isAfter(NEVER);

    saved(SECOND, aSetup());
    savedUntilOlderVersionsAreForgotten(SECOND, aSetup());
    assertThat(expiryOf(shared)).isEqualTo(SOON);
  }

  @Test
  void anImageThatIsOnlyNamedByAnUnrelatedSettingIsNotKept() {
    MediaId image = uploaded();
    var setup =
        new SlotSetup(GEMINI, CHANGE_IMAGE, new SlotSettings(Map.of("prompt", image.toString())));

    saved(FIRST, setup);

    assertThat(expiryOf(image)).isEqualTo(SOON);
  }

  @Test
  void ofManyWritersAtOnceEachGetsAVersionOfItsOwn() throws Exception {
    int writers = 16;
    List<UpdateSlotOutcome> outcomes =
        atOnce(
            writers,
            writer ->
                new UpdateSlotCommand(
                    FIRST, "Party " + writer, aSetup(), SlotRules.DEFAULT, Optional.empty()));

    assertThat(outcomes)
        .allMatch(UpdateSlotOutcome.Saved.class::isInstance)
        .doesNotHaveDuplicates();
    assertThat(slots.find(FIRST).orElseThrow().version()).isEqualTo(3 + writers);
  }

  @Test
  void ofManyWritersWhoSawTheSameVersionOneWins() throws Exception {
    List<UpdateSlotOutcome> outcomes =
        atOnce(
            16,
            _ ->
                new UpdateSlotCommand(
                    FIRST, "Party", aSetup(), SlotRules.DEFAULT, Optional.of(3L)));

    assertThat(outcomes).filteredOn(UpdateSlotOutcome.Saved.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(o -> o.equals(new UpdateSlotOutcome.VersionConflict(4)))
        .hasSize(15);
  }

  @Test
  void whateverTheOrderOfWritersExactlyTheImagesInUseAreKept() throws Exception {
    for (int round = 0; round < 50; round++) {
      MediaId one = uploaded();
      MediaId other = uploaded();
      saved(FIRST, combining(one, null));

      atOnce(
          8,
          writer ->
              save(
                  writer % 2 == 0 ? FIRST : SECOND,
                  combining(writer % 3 == 0 ? one : other, null)));

      for (MediaId image : List.of(one, other)) {
        assertThat(expiryOf(image).isAfter(NEVER)).isEqualTo(isUsed(image));
      }
    }
  }

  private boolean isUsed(MediaId image) {
    return Stream.of(FIRST, SECOND)
        .flatMap(
            address ->
                Stream.concat(
                    slots.find(address).stream(),
                    slots.versions(address).stream().map(SlotVersion::slot)))
        .flatMap(slot -> slot.setup().stream())
        .anyMatch(setup -> setup.settings().media("base_media_id").equals(Optional.of(image)));
  }

  private interface Writer {
    UpdateSlotCommand command(int number);
  }

  private List<UpdateSlotOutcome> atOnce(int writers, Writer writer) throws Exception {
    var start = new CyclicBarrier(writers);
    var tasks = new ArrayList<Callable<UpdateSlotOutcome>>();
    for (int i = 0; i < writers; i++) {
      UpdateSlotCommand command = writer.command(i);
      tasks.add(
          () -> {
            start.await();
            return service.update(command);
          });
    }
    var outcomes = new ArrayList<UpdateSlotOutcome>();
    try (var executor = Executors.newFixedThreadPool(writers)) {
      for (var outcome : executor.invokeAll(tasks)) {
        outcomes.add(outcome.get());
      }
    }
    return outcomes;
  }
}
