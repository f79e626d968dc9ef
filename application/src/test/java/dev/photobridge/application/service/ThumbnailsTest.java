package dev.photobridge.application.service;

import static dev.photobridge.domain.testing.PhotoFixtures.aMediaId;
import static dev.photobridge.domain.testing.PhotoFixtures.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.application.port.in.OpenThumbnailUseCase.Outcome;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.ResultConverter;
import dev.photobridge.application.testing.InMemoryMediaStore;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.application.testing.TextPhotos;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PixelSize;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThumbnailsTest {
  private static final Instant NOW = Instant.parse("2026-05-02T08:00:00Z");
  private static final Instant SOON = NOW.plusSeconds(900);

  private final InMemoryMediaStore media = new InMemoryMediaStore();
  private final SettableClock clock = new SettableClock(NOW);
  private final AtomicInteger made = new AtomicInteger();
  private final TextPhotos photos = new TextPhotos();
  private final ResultConverter converter =
      (image, facts, wanted, drafts) -> {
        made.incrementAndGet();
        return photos.convert(image, facts, wanted, drafts);
      };
  private final Thumbnails thumbnails = new Thumbnails(media, converter, clock);
  private final MediaThumbnailService service = new MediaThumbnailService(media, thumbnails, clock);

  @Test
  void anImageIsShownSmallUprightAndAsJpeg() throws Exception {
    MediaObject image =
        media.upload(
            aPhoto()
                .withType(MediaType.PNG)
                .withSize(4000, 3000)
                .withOrientation(Orientation.QUARTER_TURN_CLOCKWISE)
                .build(),
            SOON);

    OpenedMedia small = opened(image.id());

    assertThat(small.media().kind()).isEqualTo(MediaKind.THUMBNAIL);
    assertThat(small.media().facts().type()).isEqualTo(MediaType.JPEG);
    assertThat(small.media().facts().storedSize()).isEqualTo(new PixelSize(240, 320));
    assertThat(small.media().facts().orientation()).isEqualTo(Orientation.UPRIGHT);
    assertThat(small.media().expiresAt()).isEqualTo(SOON);
    assertThat(media.openDrafts()).isZero();
  }

  @Test
  void itIsMadeOnceAndKept() throws Exception {
    MediaObject image = media.upload(aPhoto().build(), SOON);

    MediaObject first = opened(image.id()).media();
    clock.advance(Duration.ofMinutes(1));

    assertThat(opened(image.id()).media()).isEqualTo(first);
    assertThat(made).hasValue(1);
  }

  @Test
  void ofManyWhoAskAtOnceOneMakesIt() throws Exception {
    MediaObject image = media.upload(aPhoto().build(), SOON);
    var everybodyAsks = new CountDownLatch(8);
    var requests = new ArrayList<Callable<MediaObject>>();
    for (int i = 0; i < 8; i++) {
      requests.add(
          () -> {
            everybodyAsks.countDown();
            everybodyAsks.await();
            return opened(image.id()).media();
          });
    }

    var seen = new ArrayList<MediaObject>();
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var request : workers.invokeAll(requests)) {
        seen.add(request.get());
      }
    }

    assertThat(made).hasValue(1);
    assertThat(seen).hasSize(8).containsOnly(media.all(MediaKind.THUMBNAIL).getFirst());
    assertThat(media.openDrafts()).isZero();
  }

  @Test
  void itLivesAndDiesWithItsImage() throws Exception {
    MediaObject image = media.upload(aPhoto().build(), SOON);
    MediaId small = opened(image.id()).media().id();

    media.expireAt(image.id(), SOON.plusSeconds(60));
    assertThat(media.find(small).orElseThrow().expiresAt()).isEqualTo(SOON.plusSeconds(60));
    media.deleteExpired(SOON);
    assertThat(media.find(small)).isPresent();
    media.deleteExpired(SOON.plusSeconds(60));

    assertThat(media.find(small)).isEmpty();
  }

  @Test
  void nothingIsShownOfAnImageFromTheMomentItExpires() throws Exception {
    MediaObject image = media.upload(aPhoto().build(), SOON);
    opened(image.id());

    clock.set(SOON.minusMillis(1));
    assertThat(service.open(image.id())).isInstanceOf(Outcome.Opened.class);
    clock.set(SOON);

    assertThat(service.open(image.id())).isEqualTo(new Outcome.Unknown());
  }

  @Test
  void whatCanNotBeDecodedIsNotShown() throws Exception {
    MediaObject image = media.upload(aPhoto().withSize(2, 500).build(), SOON);

    assertThat(service.open(image.id())).isEqualTo(new Outcome.NotDrawable());
    assertThat(media.all(MediaKind.THUMBNAIL)).isEmpty();
  }

  @Test
  void onlyUploadsAreShownToWhoKnowsTheirIds() throws Exception {
    MediaObject image = media.upload(aPhoto().build(), SOON);
    MediaId small = opened(image.id()).media().id();
    MediaId result = kept(MediaKind.RESULT);
    MediaId shared = kept(MediaKind.SHARED);

    for (MediaId other : List.of(small, result, shared, aMediaId(99))) {
      assertThat(service.open(other)).isEqualTo(new Outcome.Unknown());
    }
  }

  @Test
  void anImageThatGoesMeanwhileLeavesNoThumbnail() {
    MediaObject image = media.upload(aPhoto().build(), SOON);
    var late =
        new Thumbnails(
            media,
            (file, facts, wanted, drafts) -> {
              var conversion = photos.convert(file, facts, wanted, drafts);
              media.delete(image.id());
              return conversion;
            },
            clock);

    assertThatThrownBy(
            () -> {
              Optional<OpenedMedia> unexpected = late.of(image);
              assertThat(unexpected).isEmpty();
            })
        .isInstanceOf(NoSuchFileException.class);
    assertThat(media.all(MediaKind.THUMBNAIL)).isEmpty();
    assertThat(media.openDrafts()).isZero();
  }

  private OpenedMedia opened(MediaId id) throws IOException, InterruptedException {
    Outcome outcome = service.open(id);
    assertThat(outcome).isInstanceOf(Outcome.Opened.class);
    return ((Outcome.Opened) outcome).thumbnail();
  }

  private MediaId kept(MediaKind kind) throws IOException {
    var facts = aPhoto().build();
    try (var draft = TextPhotos.draft(media::begin, facts)) {
      return media.keep(draft, new NewMedia(kind, facts, NOW, SOON, null)).id();
    }
  }
}
