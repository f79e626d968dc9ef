package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.CatalogueFixtures.LOCAL;
import static dev.photobridge.domain.testing.CatalogueFixtures.aCatalogue;
import static dev.photobridge.domain.testing.CatalogueFixtures.aProvider;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static dev.photobridge.domain.testing.SlotFixtures.SERG;
import static dev.photobridge.domain.testing.SlotFixtures.aSlot;
import static dev.photobridge.domain.testing.SlotFixtures.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.in.IngestPhotoCommand;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestRejection;
import dev.photobridge.application.port.in.PhotoUpload;
import dev.photobridge.application.port.in.UploadOutcome;
import dev.photobridge.application.port.in.UploadRejection;
import dev.photobridge.application.testing.BoothForm;
import dev.photobridge.application.testing.TestBooth;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.domain.media.PixelSize;
import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.stats.ProcessingStatus;
import dev.photobridge.domain.testing.PhotoFixtures.PhotoFactsFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is refused before any provider is asked; nothing is kept of it.
class IngestRejectionTest {
  private static final PhotoUpload NEVER_READ =
      (_, _) -> {
        throw new AssertionError("the upload must not be read");
      };
  private static final SlotAddress NO_PROVIDER = address(SERG, 2);
  private static final SlotAddress NO_OPERATION = address(SERG, 3);
  private static final SlotAddress FREE = address(SERG, 4);

  private final TestBridge bridge = bridge();

  private static TestBridge bridge() {
    var bridge = new TestBridge(aCatalogue(), 10);
    bridge.slots.put(
        aSlot().withAddress(NO_PROVIDER).withProvider(new ProviderId("turbotext")).build());
    bridge.slots.put(
        aSlot().withAddress(NO_OPERATION).withOperation(new OperationId("face_swap")).build());
    bridge.slots.put(aSlot().withAddress(FREE).withoutSetup().build());
    return bridge;
  }

  private IngestPhotoOutcome ingest(Optional<String> account, String slot, PhotoUpload upload)
      throws Exception {
    return TestBooth.told(
        bridge.ingest.ingest(
            new IngestPhotoCommand(account, slot, Map.of(), bridge.clock.stopwatch(), upload)));
  }

  private static IngestPhotoOutcome rejected(IngestRejection why) {
    return new IngestPhotoOutcome.Rejected(why);
  }

  @AfterEach
  void nothingIsKept() {
    assertThat(bridge.jobs.all()).isEmpty();
    assertThat(bridge.media.all(MediaKind.SOURCE)).isEmpty();
    assertThat(bridge.media.openDrafts()).isZero();
    assertThat(bridge.gemini.calls()).isEmpty();
  }

  static List<Arguments> badLinks() {
    var accountUnknown = new IngestRejection.AccountUnknown();
    var slotUnknown = new IngestRejection.SlotUnknown();
    return List.of(
        Arguments.of(Optional.of("nobody"), "slot-001", accountUnknown),
        Arguments.of(Optional.of("SERG"), "slot-001", accountUnknown),
        Arguments.of(Optional.of(""), "slot-001", accountUnknown),
        Arguments.of(Optional.of("../serg"), "slot-001", accountUnknown),
        Arguments.of(Optional.of("nobody"), "slot-041", accountUnknown),
        Arguments.of(Optional.empty(), "slot-041", slotUnknown),
        Arguments.of(Optional.empty(), "slot-1", slotUnknown),
        Arguments.of(Optional.empty(), "", slotUnknown),
        Arguments.of(Optional.of("igor"), "slot-001", slotUnknown),
        Arguments.of(Optional.empty(), "slot-004", new IngestRejection.SlotNotConfigured(FREE)),
        Arguments.of(Optional.of("serg"), "slot-004", new IngestRejection.SlotNotConfigured(FREE)),
        Arguments.of(
            Optional.empty(), "slot-002", new IngestRejection.SlotNotConfigured(NO_PROVIDER)),
        Arguments.of(
            Optional.empty(), "slot-003", new IngestRejection.SlotNotConfigured(NO_OPERATION)));
  }

  @ParameterizedTest
  @MethodSource("badLinks")
  void aLinkThatLeadsNowhereIsRefusedBeforeTheUploadIsRead(
      Optional<String> account, String slot, IngestRejection why) throws Exception {
    assertThat(ingest(account, slot, NEVER_READ)).isEqualTo(rejected(why));
    assertThat(bridge.log.rows()).isEmpty();
  }

  static List<UploadRejection> badForms() {
    return List.of(
        new UploadRejection.NotMultipart(),
        new UploadRejection.Malformed("no boundary"),
        new UploadRejection.CutOff(),
        new UploadRejection.PasswordMissing(),
        new UploadRejection.PasswordWrong(),
        new UploadRejection.FileMissing(),
        new UploadRejection.FileRepeated(),
        new UploadRejection.FileTooLarge(ByteSize.ofMegabytes(20)));
  }

  @ParameterizedTest
  @MethodSource("badForms")
  void aFormThatIsNotAcceptableIsRefused(UploadRejection why) throws Exception {
    PhotoUpload upload =
        (_, photo) -> {
          photo.write(new byte[1000]);
          return new UploadOutcome.Rejected(why);
        };

    assertThat(ingest(Optional.empty(), "slot-001", upload))
        .isEqualTo(rejected(new IngestRejection.Upload(why)));
    assertThat(bridge.log.rows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"booth passwore", "booth", "''"})
  void onlyTheRightPasswordIsAccepted(String password) throws Exception {
    BoothForm form = BoothForm.with(aPhoto().build()).withPassword(password);

    assertThat(ingest(Optional.empty(), "slot-001", form))
        .isEqualTo(rejected(new IngestRejection.Upload(new UploadRejection.PasswordWrong())));
  }

  @ParameterizedTest
  @CsvSource({"20971520,false", "20971521,true"})
  void theFormIsToldTheProvidersSizeLimit(int bytes, boolean tooLarge) throws Exception {
    BoothForm form = BoothForm.with(new byte[bytes]);
    IngestRejection why =
        tooLarge
            ? new IngestRejection.Upload(new UploadRejection.FileTooLarge(ByteSize.ofMegabytes(20)))
            : new IngestRejection.Photo(new PhotoRefusal.NotAnImage());

    assertThat(ingest(Optional.empty(), "slot-001", form)).isEqualTo(rejected(why));
  }

  static List<Arguments> badPhotos() {
    PhotoFactsFixture photo = aPhoto().withFileSize(1000);
    return List.of(
        Arguments.of(BoothForm.with(new byte[0]), new PhotoRefusal.Empty()),
        Arguments.of(
            BoothForm.with("MZ, a program".getBytes(StandardCharsets.UTF_8)),
            new PhotoRefusal.NotAnImage()),
        Arguments.of(
            BoothForm.with(photo.withType(MediaType.HEIC).build()),
            new PhotoRefusal.TypeNotAllowed(MediaType.HEIC, Set.of(MediaType.JPEG, MediaType.PNG))),
        Arguments.of(
            BoothForm.with(photo.withSize(20_000, 5001).build()),
            new PhotoRefusal.TooManyPixels(new PixelSize(20_000, 5001), 100_000_000)),
        Arguments.of(
            BoothForm.with(photo.withSize(800, 15).build()),
            new PhotoRefusal.TooSmall(new PixelSize(800, 15), 16)));
  }

  @ParameterizedTest
  @MethodSource("badPhotos")
  void aPhotoThatIsNotAcceptableIsRefusedAndLogged(BoothForm form, PhotoRefusal why)
      throws Exception {
    assertThat(ingest(Optional.empty(), "slot-001", form))
        .isEqualTo(rejected(new IngestRejection.Photo(why)));

    assertThat(bridge.log.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.status()).isEqualTo(ProcessingStatus.ERROR);
              assertThat(row.job()).isEmpty();
              assertThat(row.errorMessage()).isEqualTo(why.inWords());
            });
  }

  @ParameterizedTest
  @CsvSource({"gemini,false", "local,true"})
  void eachProviderHasLimitsOfItsOwn(String provider, boolean takesWebp) throws Exception {
    var catalogue =
        aCatalogue(aProvider(), aProvider().withId(LOCAL).withAllowedTypes(MediaType.WEBP));
    var other = new TestBridge(catalogue, 10);
    other.slots.put(aSlot().withProvider(new ProviderId(provider)).build());
    other.engine.start();
    BoothForm form = BoothForm.with(aPhoto().withType(MediaType.WEBP).build());

    IngestPhotoOutcome outcome =
        TestBooth.told(
            other.ingest.ingest(
                new IngestPhotoCommand(
                    Optional.empty(), "slot-001", Map.of(), other.clock.stopwatch(), form)));
    other.stop();

    assertThat(outcome instanceof IngestPhotoOutcome.Processed).isEqualTo(takesWebp);
  }
}
