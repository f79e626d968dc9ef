package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.COMBINE_IMAGES;
import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static dev.photobridge.domain.testing.SlotFixtures.ACCOUNTS;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.engine.ProviderTimes;
import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.application.port.out.ProviderMonitor;
import dev.photobridge.application.port.out.ProviderProbe;
import dev.photobridge.application.port.out.PublicAddress;
import dev.photobridge.application.port.out.PublicAnswer;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.InMemorySlotRepository;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.provider.IngestRules;
import dev.photobridge.domain.provider.ModelNotice;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the inspections make of what they see.
class InspectionsTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final UsedSetups NONE = used();

  @Test
  void aKeyThatIsMissingMattersWhereASlotNeedsTheProvider() throws Exception {
    Finding unneeded = only(provider(new ProviderCheck.NoKey(), NONE, null));
    Finding needed = only(provider(new ProviderCheck.NoKey(), used(aSlot().build()), null));

    assertThat(unneeded.code()).isEqualTo(FindingCode.PROVIDER_NO_KEY);
    assertThat(needed.code()).isEqualTo(FindingCode.PROVIDER_KEY_NEEDED);
    assertThat(needed.subject()).contains("gemini");
    assertThat(needed.values())
        .containsEntry("key", "GEMINI_API_KEY")
        .containsEntry("slots", "serg/slot-001");
  }

  @Test
  void aProviderThatRefusesIsWrongAndQuoted() throws Exception {
    var failure = JobFailure.of(FailureKind.KEY_REJECTED, "KEY_REJECTED", "API key not valid");

    Finding finding = only(provider(new ProviderCheck.Fails(failure), NONE, null));

    assertThat(finding.code()).isEqualTo(FindingCode.PROVIDER_FAILS);
    assertThat(finding.values()).containsEntry("reason", "KEY_REJECTED");
    assertThat(finding.detail()).contains("API key not valid");
  }

  @ParameterizedTest
  @CsvSource({"5, ", "-6, CLOCK_OFF", "60, CLOCK_OFF", "-61, CLOCK_WRONG", "7200, CLOCK_WRONG"})
  void aProvidersClockIsComparedWithOurs(long aheadSec, FindingCode code) throws Exception {
    List<Finding> findings =
        provider(new ProviderCheck.Works("fine"), NONE, Duration.ofSeconds(aheadSec)).findings();

    assertThat(findings.getFirst().code()).isEqualTo(FindingCode.PROVIDER_WORKS);
    List<Finding> clock = findings.subList(1, findings.size());
    if (code == null) {
      assertThat(clock).isEmpty();
    } else {
      assertThat(clock).singleElement().returns(code, Finding::code);
      assertThat(clock.getFirst().area()).isEqualTo(CheckArea.CLOCK);
      assertThat(clock.getFirst().values())
          .containsEntry("seconds", String.valueOf(Math.abs(aheadSec)));
    }
  }

  @Test
  void modelsThatSlotsUseAreHeldAgainstTheCatalogueAndWhatProvidersSaid() throws Exception {
    Slot slot = aSlot().withSetting("model", "fast").build();
    Instant soon = NOW.plusSeconds(86_400);
    Instant past = NOW.minusSeconds(86_400);

    assertThat(model(NONE, null).code()).isEqualTo(FindingCode.MODELS_UNUSED);
    assertThat(model(used(slot), null).code()).isEqualTo(FindingCode.MODELS_LISTED);
    assertThat(model(used(slot), notice("quality", past)).code())
        .as("a model that no slot uses")
        .isEqualTo(FindingCode.MODELS_LISTED);
    assertThat(model(used(slot), notice("fast", soon)).code()).isEqualTo(FindingCode.MODEL_ENDING);
    assertThat(model(used(slot), notice("fast", null)).code())
        .isEqualTo(FindingCode.MODEL_OUTDATED);
    Finding ended = model(used(slot), notice("fast", past));
    assertThat(ended.code()).isEqualTo(FindingCode.MODEL_ENDED);
    assertThat(ended.values())
        .containsEntry("date", "2026-04-30")
        .containsEntry("slots", "serg/slot-001");
    Finding gone = model(used(aSlot().withSetting("model", "long-gone").build()), null);
    assertThat(gone.code()).isEqualTo(FindingCode.MODEL_UNKNOWN);
    assertThat(gone.subject()).contains("gemini/long-gone");
  }

  @Test
  void aSlotWithoutAModelOfItsOwnUsesTheFirstOne() throws Exception {
    UsedSetups used = used(aSlot().build());

    assertThat(model(used, notice("quality", NOW)).code()).isEqualTo(FindingCode.MODEL_ENDED);
  }

  @ParameterizedTest
  @CsvSource({
    // fetches, used, address, of the internet, answer, finding
    "false, false, , false, , ADDRESS_UNNEEDED",
    "true, false, , false, , ADDRESS_MISSING",
    "true, true, , false, , ADDRESS_NEEDED",
    "true, true, https://b.example, true, ours, ADDRESS_OURS",
    "true, true, https://b.example, true, nobody, ADDRESS_SILENT",
    "false, false, https://b.example, true, another, ADDRESS_OF_ANOTHER",
    "false, false, http://10.0.0.7, false, ours, ADDRESS_OURS",
    "true, false, http://10.0.0.7, false, ours, ADDRESS_LOCAL",
    "true, true, http://10.0.0.7, false, ours, ADDRESS_LOCAL_NEEDED",
    "true, true, http://10.0.0.7, false, another, ADDRESS_OF_ANOTHER",
  })
  void thePublicAddressMattersWhereProvidersFetchPhotos(
      boolean fetches,
      boolean isUsed,
      String address,
      boolean ofTheInternet,
      String answer,
      FindingCode expected)
      throws Exception {
    var there = new FixedAddress(Optional.ofNullable(address), ofTheInternet, answer);
    var inspection =
        new PublicAddressInspection(
            fetching(fetches), there, isUsed ? used(aSlot().build()) : NONE);

    assertThat(only(inspection).code()).isEqualTo(expected);
  }

  @Test
  void slotsWhoseOperationOrDatabaseIsGoneAreNamed() throws Exception {
    Slot strange = aSlot().withProvider(new ProviderId("yesterday")).build();

    assertThat(slots(NONE).code()).isEqualTo(FindingCode.SLOTS_FREE);
    assertThat(slots(UsedSetups.unknown()).code()).isEqualTo(FindingCode.SLOTS_UNREAD);
    assertThat(slots(used(aSlot().build())).code()).isEqualTo(FindingCode.SLOTS_READY);
    Finding gone = slots(used(strange));
    assertThat(gone.code()).isEqualTo(FindingCode.SLOT_OPERATION_GONE);
    assertThat(gone.subject()).contains("serg/slot-001");
    Slot without =
        aSlot()
            .withOperation(COMBINE_IMAGES)
            .withSetting("base_media_id", aMediaId(7).toString())
            .build();
    Finding image = slots(used(without));
    assertThat(image.code()).isEqualTo(FindingCode.SLOT_IMAGE_GONE);
    assertThat(image.values()).containsEntry("field", "base_media_id");
  }

  @Test
  void theTimeIsShownWhereTheBoothsStand() throws Exception {
    Finding finding = only(new ClockInspection(InstantSource.fixed(NOW), ZoneId.of("Asia/Tokyo")));

    assertThat(finding.values())
        .containsEntry("time", "2026-05-01 19:00:00")
        .containsEntry("zone", "Asia/Tokyo");
  }

  private record FixedProbe(ProviderCheck answer) implements ProviderProbe {
    @Override
    public ProviderId provider() {
      return GEMINI;
    }

    @Override
    public ProviderCheck check(Duration timeout) {
      return answer;
    }
  }

  private record FixedAddress(Optional<String> configured, boolean isOfTheInternet, String answer)
      implements PublicAddress {
    @Override
    public PublicAnswer call() {
      return switch (answer) {
        case "ours" -> new PublicAnswer.Ours();
        case "another" -> new PublicAnswer.Another("a page");
        default -> new PublicAnswer.Nobody("nothing");
      };
    }
  }

  private static Inspection provider(
      ProviderCheck answer, UsedSetups used, @Nullable Duration ahead) {
    return new ProviderInspection(
        new FixedProbe(answer),
        aCatalogue(),
        used,
        new ProviderTimes(),
        _ -> Optional.ofNullable(ahead));
  }

  private static Finding model(UsedSetups used, @Nullable ModelNotice notice) throws Exception {
    var monitor =
        new ProviderMonitor() {
          @Override
          public Map<ProviderId, ProviderCondition> conditions() {
            return Map.of();
          }

          @Override
          public Map<ProviderId, List<ModelNotice>> notices() {
            return notice == null ? Map.of() : Map.of(GEMINI, List.of(notice));
          }
        };
    return only(new ModelInspection(aCatalogue(), monitor, used, InstantSource.fixed(NOW)));
  }

  private static ModelNotice notice(String model, @Nullable Instant end) {
    return new ModelNotice(model, "DEPRECATED", end, "");
  }

  private static Finding slots(UsedSetups used) throws Exception {
    var images =
        new SlotImages(
            ACCOUNTS,
            aCatalogue(),
            new InMemorySlotRepository(),
            new InMemoryMediaStore(),
            TestBridge.RETENTION,
            InstantSource.fixed(NOW));
    return only(new SlotInspection(aCatalogue(), images, used));
  }

  private static Finding only(Inspection inspection) throws Exception {
    List<Finding> findings = inspection.findings();
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  private static UsedSetups used(Slot... slots) {
    return new UsedSetups(() -> Optional.of(List.of(slots)));
  }

  private static ProviderCatalogue fetching(boolean fetches) {
    Provider provider = aCatalogue().provider(GEMINI).orElseThrow();
    var ingest =
        new IngestRules(
            1, Duration.ofSeconds(60), Set.of(MediaType.JPEG), ByteSize.ofMegabytes(1), fetches);
    return new ProviderCatalogue(
        List.of(
            new Provider(
                provider.id(),
                provider.title(),
                ingest,
                provider.limits(),
                provider.operations(),
                provider.models(),
                provider.parameters())));
  }
}
