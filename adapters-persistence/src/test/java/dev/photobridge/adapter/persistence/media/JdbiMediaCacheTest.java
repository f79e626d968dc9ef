package dev.photobridge.adapter.persistence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PhotoSum;
import dev.photobridge.domain.media.PixelSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class JdbiMediaCacheTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path root;
  private final JdbiMediaCache cache = new JdbiMediaCache(DATABASE.jdbi());
  private FileMediaStore store;

  @BeforeEach
  void openStore() throws IOException {
    store = new FileMediaStore(root, DATABASE.jdbi());
  }

  @Test
  void countsProcessedPhotosThatAreServed() throws IOException {
    assertThat(cache.kept(NOW)).isEqualTo(new PhotoSum(0, 0, null));
    kept(MediaKind.RESULT, "12345", NOW.minusSeconds(300));
    kept(MediaKind.RESULT, "123", NOW.minusSeconds(600));
    kept(MediaKind.UPLOAD, "template", NOW.minusSeconds(900));
    kept(MediaKind.SOURCE, "guest", NOW.minusSeconds(900));
    store.expireAt(kept(MediaKind.RESULT, "old", NOW.minusSeconds(999)).id(), NOW);

    assertThat(cache.kept(NOW)).isEqualTo(new PhotoSum(2, 8, NOW.minusSeconds(600)));
  }

  @Test
  void clearingTakesAllProcessedPhotosAndNothingElse() throws IOException {
    MediaObject result = kept(MediaKind.RESULT, "12345", NOW.minusSeconds(300));
    MediaObject template = kept(MediaKind.UPLOAD, "template", NOW.minusSeconds(300));
    MediaObject source = kept(MediaKind.SOURCE, "guest", NOW.minusSeconds(300));

    assertThat(cache.letGo(NOW, MINUTE)).isEqualTo(new PhotoSum(1, 5, NOW.minusSeconds(300)));

    assertThat(store.find(result.id()).orElseThrow().isExpiredAt(NOW)).as("served").isTrue();
    assertThat(cache.kept(NOW)).isEqualTo(new PhotoSum(0, 0, null));
    assertThat(store.deleteExpired(NOW)).isEqualTo(1);
    assertThatThrownBy(() -> text(result)).isInstanceOf(NoSuchFileException.class);
    assertThat(store.find(result.id())).isEmpty();
    assertThat(text(template)).isEqualTo("template");
    assertThat(text(source)).isEqualTo("guest");
  }

  @Test
  void thumbnailsGoWithTheirPhotos() throws IOException {
    MediaObject result = kept(MediaKind.RESULT, "12345", NOW.minusSeconds(300));
    MediaObject young = kept(MediaKind.RESULT, "123", NOW.minusSeconds(20));
    MediaObject template = kept(MediaKind.UPLOAD, "template", NOW.minusSeconds(300));
    MediaObject ofResult = thumbnail(result);
    MediaObject ofYoung = thumbnail(young);
    MediaObject ofTemplate = thumbnail(template);

    assertThat(cache.letGo(NOW, MINUTE).files()).isEqualTo(2);

    assertThat(expiryOf(ofResult)).isEqualTo(NOW);
    assertThat(expiryOf(ofYoung)).isEqualTo(NOW.plusSeconds(40));
    assertThat(expiryOf(ofTemplate)).isEqualTo(template.expiresAt());
  }

  @Test
  void whatABoothMayStillFetchGoesWhenItIsAMinuteOld() throws IOException {
    MediaObject young = kept(MediaKind.RESULT, "young", NOW.minusSeconds(20));

    assertThat(cache.letGo(NOW, MINUTE).files()).isEqualTo(1);
    assertThat(cache.letGo(NOW, MINUTE).files()).as("counted once").isZero();

    assertThat(store.deleteExpired(NOW.plusSeconds(39))).isZero();
    assertThat(text(young)).isEqualTo("young");
    assertThat(store.deleteExpired(NOW.plusSeconds(40))).isEqualTo(1);
  }

  @Test
  void nothingLivesLongerForBeingCleared() throws IOException {
    MediaObject leaving = kept(MediaKind.RESULT, "leaving", NOW.minusSeconds(20));
    store.expireAt(leaving.id(), NOW.plusSeconds(1));

    assertThat(cache.letGo(NOW, MINUTE).files()).isZero();

    assertThat(store.find(leaving.id()).orElseThrow().expiresAt()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void whoeverReadsAPhotoMeanwhileReadsItToTheEnd() throws IOException {
    MediaObject result = kept(MediaKind.RESULT, "12345", NOW.minusSeconds(300));

    try (InputStream open = store.file(result).open()) {
      assertThat(open.read()).isEqualTo('1');
      var _ = cache.letGo(NOW, MINUTE);
      assertThat(store.deleteExpired(NOW)).isEqualTo(1);

      assertThat(new String(open.readNBytes(10), StandardCharsets.UTF_8)).isEqualTo("2345");
    }
  }

  private Instant expiryOf(MediaObject media) {
    return store.find(media.id()).orElseThrow().expiresAt();
  }

  private MediaObject thumbnail(MediaObject of) throws IOException {
    return kept("small", NewMedia.thumbnail(of, facts("small"), of.createdAt()));
  }

  private MediaObject kept(MediaKind kind, String text, Instant createdAt) throws IOException {
    return kept(
        text,
        new NewMedia(
            kind, facts(text), createdAt, NOW.plusSeconds(3_600), new JobId(UUID.randomUUID())));
  }

  private static PhotoFacts facts(String text) {
    return new PhotoFacts(
        MediaType.PNG,
        new PixelSize(300, 200),
        Orientation.UPRIGHT,
        false,
        new ByteSize(text.length()));
  }

  private MediaObject kept(String text, NewMedia media) throws IOException {
    try (MediaDraft draft = store.begin()) {
      try (OutputStream out = draft.write()) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return store.keep(draft, media);
    }
  }

  private String text(MediaObject media) throws IOException {
    try (InputStream in = store.file(media).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
