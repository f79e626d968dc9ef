package dev.photobridge.application.engine;

import static dev.photobridge.domain.testing.CatalogueFixtures.CHANGE_IMAGE;
import static dev.photobridge.domain.testing.CatalogueFixtures.GEMINI;
import static dev.photobridge.domain.testing.JobFixtures.RECEIVED_AT;
import static dev.photobridge.domain.testing.JobFixtures.anOrder;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.RecordedTrouble;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PhotoLimits;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultKeeperTest {
  private static final Instant NOW = RECEIVED_AT.plusSeconds(9);
  private static final SettableClock CLOCK = new SettableClock(NOW);
  private static final Cost COST = new Cost(5);
  private static final PhotoFacts MADE =
      aPhoto().withType(MediaType.PNG).withSize(1200, 800).build();

  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final ResultKeeper keeper =
      new ResultKeeper(
          media,
          new TextPhotos(),
          new TextPhotos(),
          new PhotoLimits(Set.of(MediaType.values()), new ByteSize(200_000), 2_000_000, 2),
          TestBridge.RETENTION,
          CLOCK,
          new ResultRecovery(media, new TextPhotos(), TestBridge.RETENTION, CLOCK),
          new Patience(CLOCK, _ -> {}, new RecordedTrouble()));

  @AfterEach
  void noDraftIsLeftOpen() {
    assertThat(media.openDrafts()).isZero();
  }

  private static RunningJob wanting(Map<String, @Nullable Object> output) {
    var settings = new SlotSettings(Map.of("output", output));
    JobOrder order = anOrder().withSetup(new SlotSetup(GEMINI, CHANGE_IMAGE, settings)).build();
    return QueuedJob.accepted(order).start(NOW);
  }

  private AttemptOutcome kept(Map<String, @Nullable Object> output, byte[] delivered)
      throws Exception {
    try (MediaDraft draft = TextPhotos.draft(media::begin, delivered)) {
      return keeper.keep(wanting(output), new ProviderOutcome.Image(draft, COST, 1420));
    }
  }

  private MediaObject stored(AttemptOutcome outcome) {
    assertThat(outcome).isInstanceOf(AttemptOutcome.Stored.class);
    var stored = (AttemptOutcome.Stored) outcome;
    assertThat(stored.cost()).isEqualTo(COST);
    assertThat(stored.tokens()).isEqualTo(1420);
    return media.find(stored.result()).orElseThrow();
  }

  @Test
  void keepsAnImageThatIsAsWantedByteForByte() throws Exception {
    MediaObject result = stored(kept(Map.of(), TextPhotos.bytes(MADE)));

    assertThat(result.kind()).isEqualTo(MediaKind.RESULT);
    assertThat(result.facts()).isEqualTo(MADE);
    assertThat(result.createdAt()).isEqualTo(NOW);
    assertThat(result.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(3)));
    assertThat(media.jobOf(result.id())).contains(anOrder().build().id());
    assertThat(media.file(result).open()).hasBinaryContent(TextPhotos.bytes(MADE));
  }

  @ParameterizedTest
  @CsvSource({"jpeg,2000,JPEG,1200,800", "png,600,PNG,600,400", "jpeg,600,JPEG,600,400"})
  void convertsAnImageThatIsNot(String format, int maxSide, MediaType type, int width, int height)
      throws Exception {
    MediaObject result =
        stored(kept(Map.of("format", format, "max_side_px", maxSide), TextPhotos.bytes(MADE)));

    PhotoFacts wanted = aPhoto().withType(type).withSize(width, height).build();
    assertThat(result.facts()).isEqualTo(wanted);
    assertThat(media.file(result).open()).hasBinaryContent(TextPhotos.bytes(wanted));
    assertThat(media.all(MediaKind.RESULT)).hasSize(1);
  }

  @Test
  void turnsAnImageUpright() throws Exception {
    PhotoFacts lying =
        aPhoto().withOrientation(Orientation.QUARTER_TURN_CLOCKWISE).withSize(1200, 800).build();

    assertThat(stored(kept(Map.of(), TextPhotos.bytes(lying))).facts())
        .isEqualTo(aPhoto().withSize(800, 1200).build());
  }

  private static AttemptOutcome unusable(String detail) {
    return new AttemptOutcome.Failed(
        new JobFailure(FailureKind.UNUSABLE_ANSWER, "UNUSABLE_IMAGE", detail, COST),
        Optional.empty());
  }

  @Test
  void refusesWhatIsNoImageButKeepsItsCost() throws Exception {
    byte[] html = "<html>Busy</html>".getBytes(StandardCharsets.UTF_8);

    assertThat(kept(Map.of(), html))
        .isEqualTo(unusable("the file is not an image in a known format"));
    assertThat(kept(Map.of(), new byte[0])).isEqualTo(unusable("the file is empty"));
    assertThat(media.all(MediaKind.RESULT)).isEmpty();
  }

  @Test
  void refusesWhatIsTooLarge() throws Exception {
    PhotoFacts huge = aPhoto().withSize(2001, 1000).build();

    assertThat(kept(Map.of(), TextPhotos.bytes(huge)))
        .isEqualTo(unusable("2001x1000 is more than 2000000 pixels"));
  }

  @Test
  void refusesWhatCanNotBeDecoded() throws Exception {
    PhotoFacts broken = aPhoto().withSize(2, 1000).build();

    assertThat(kept(Map.of("max_side_px", 500), TextPhotos.bytes(broken)))
        .isEqualTo(unusable("two pixels are not enough"));
    assertThat(media.all(MediaKind.RESULT)).isEmpty();
  }
}
