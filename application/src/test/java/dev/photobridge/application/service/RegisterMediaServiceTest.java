package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.in.MediaUpload;
import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.application.port.in.RegisterMediaCommand;
import dev.photobridge.application.port.in.RegisterMediaOutcome;
import dev.photobridge.application.port.in.UploadRejection;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.application.testing.TestBridge;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PhotoLimits;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.domain.media.PixelSize;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegisterMediaServiceTest {
  private static final Instant NOW = Instant.parse("2026-05-02T08:00:00Z");
  private static final PhotoFacts IMAGE = aPhoto().withFileSize(1000).build();
  private static final PhotoLimits LIMITS =
      new PhotoLimits(Set.of(MediaType.JPEG), new ByteSize(2000), 1_000_000, 16);

  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final SettableClock clock = new SettableClock(NOW);
  private final RegisterMediaService service =
      new RegisterMediaService(media, new TextPhotos(), LIMITS, TestBridge.RETENTION, clock);

  @AfterEach
  void noDraftIsLeftOpen() {
    assertThat(media.openDrafts()).isZero();
  }

  private RegisterMediaOutcome register(byte[] bytes, Optional<Duration> timeToLive)
      throws IOException {
    MediaUpload upload =
        (_, image) -> {
          image.write(bytes);
          return new MediaUpload.Outcome.Received(timeToLive);
        };
    return service.register(new RegisterMediaCommand(upload));
  }

  private MediaObject registered(Optional<Duration> timeToLive) throws IOException {
    RegisterMediaOutcome outcome = register(TextPhotos.bytes(IMAGE), timeToLive);
    assertThat(outcome).isInstanceOf(RegisterMediaOutcome.Registered.class);
    return ((RegisterMediaOutcome.Registered) outcome).media();
  }

  @Test
  void keepsAnImageForTheConfiguredTime() throws IOException {
    MediaObject image = registered(Optional.empty());

    assertThat(image.kind()).isEqualTo(MediaKind.UPLOAD);
    assertThat(image.facts()).isEqualTo(IMAGE);
    assertThat(image.createdAt()).isEqualTo(NOW);
    assertThat(image.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    assertThat(media.jobOf(image.id())).isEmpty();
  }

  @Test
  void keepsAnImageForTheTimeAskedFor() throws IOException {
    assertThat(registered(Optional.of(Duration.ofHours(2))).expiresAt())
        .isEqualTo(NOW.plus(Duration.ofHours(2)));
  }

  @Test
  void tellsTheFormItsLimit() throws IOException {
    MediaUpload upload =
        (maxFileSize, _) ->
            new MediaUpload.Outcome.Rejected(new UploadRejection.FileTooLarge(maxFileSize));

    assertThat(service.register(new RegisterMediaCommand(upload)))
        .isEqualTo(
            new RegisterMediaOutcome.UploadRejected(
                new UploadRejection.FileTooLarge(new ByteSize(2000))));
    assertThat(media.all(MediaKind.UPLOAD)).isEmpty();
  }

  static List<Arguments> refused() {
    return List.of(
        Arguments.of(new byte[0], new PhotoRefusal.Empty()),
        Arguments.of("GIF89a".getBytes(StandardCharsets.UTF_8), new PhotoRefusal.NotAnImage()),
        Arguments.of(
            TextPhotos.bytes(aPhoto().withFileSize(2001).build()),
            new PhotoRefusal.TooLarge(new ByteSize(2000))),
        Arguments.of(
            TextPhotos.bytes(aPhoto().withFileSize(1000).withType(MediaType.PNG).build()),
            new PhotoRefusal.TypeNotAllowed(MediaType.PNG, Set.of(MediaType.JPEG))),
        Arguments.of(
            TextPhotos.bytes(aPhoto().withFileSize(1000).withSize(1001, 1000).build()),
            new PhotoRefusal.TooManyPixels(new PixelSize(1001, 1000), 1_000_000)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsNotAcceptable(byte[] bytes, PhotoRefusal why) throws IOException {
    assertThat(register(bytes, Optional.empty())).isEqualTo(new RegisterMediaOutcome.Refused(why));
    assertThat(media.all(MediaKind.UPLOAD)).isEmpty();
  }

  @Test
  void aFullDiskIsTold() {
    media.fillUp();

    assertThatThrownBy(() -> registered(Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
  }

  @Test
  void opensAnImageUntilItExpires() throws IOException {
    MediaObject image = registered(Optional.empty());
    clock.set(image.expiresAt().minusNanos(1));

    OpenedMedia opened = service.open(image.id()).orElseThrow();
    assertThat(opened.media()).isEqualTo(image);
    assertThat(opened.file().open()).hasBinaryContent(TextPhotos.bytes(IMAGE));

    clock.set(image.expiresAt());
    assertThat(service.open(image.id())).isEmpty();
  }

  @Test
  void opensNothingThatIsNotThere() {
    assertThat(service.open(aMediaId(1))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void opensUploadsAndWhatIsSharedOnly(MediaKind kind) throws IOException {
    assertThat(service.open(kept(kind)).isPresent())
        .isEqualTo(kind == MediaKind.UPLOAD || kind == MediaKind.SHARED);
  }

  private MediaId kept(MediaKind kind) throws IOException {
    MediaId parent = kind == MediaKind.THUMBNAIL ? kept(MediaKind.UPLOAD) : null;
    try (MediaDraft draft = media.begin()) {
      try (OutputStream out = draft.write()) {
        out.write(TextPhotos.bytes(IMAGE));
      }
      return media
          .keep(draft, new NewMedia(kind, IMAGE, NOW, NOW.plusSeconds(60), null, parent))
          .id();
    }
  }
}
