package dev.photobridge.adapter.persistence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.persistence.StoredFixtures;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.Orientation;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FileMediaStoreTest {
  private static final Instant NOON = StoredFixtures.NOON;
  private static final PhotoFacts FACTS =
      new PhotoFacts(
          MediaType.PNG,
          new PixelSize(300, 200),
          Orientation.QUARTER_TURN_CLOCKWISE,
          true,
          new ByteSize(5));

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path root;
  private FileMediaStore store;

  @BeforeEach
  void openStore() throws IOException {
    store = new FileMediaStore(root, DATABASE.jdbi());
  }

  @Test
  void whatIsKeptIsFoundWithItsBytesAndFacts() throws IOException {
    MediaObject kept = kept("hello", MediaKind.RESULT, NOON.plusSeconds(60));

    assertThat(store.find(kept.id())).contains(kept);
    assertThat(kept)
        .isEqualTo(new MediaObject(kept.id(), MediaKind.RESULT, FACTS, NOON, NOON.plusSeconds(60)));
    assertThat(text(kept)).isEqualTo("hello");
    assertThat(store.file(kept).size()).isEqualTo(5);
  }

  @Test
  void anotherStoreOverTheSameFolderFindsIt() throws IOException {
    MediaObject kept = kept("hello", MediaKind.UPLOAD, NOON);

    var afterRestart = new FileMediaStore(root, DATABASE.jdbi());

    assertThat(afterRestart.find(kept.id())).contains(kept);
    assertThat(afterRestart.file(kept).size()).isEqualTo(5);
  }

  @Test
  void nothingIsFoundUnderAnUnknownId() {
    assertThat(store.find(new MediaId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void aClosedDraftLeavesNothing() throws IOException {
    try (MediaDraft draft = store.begin()) {
      write(draft, "half a pho");
      assertThat(files()).hasSize(1);
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void writingADraftAgainReplacesWhatItHeld() throws IOException {
    try (MediaDraft draft = store.begin()) {
      write(draft, "a long first attempt");
      write(draft, "short");

      assertThat(draft.file().size()).isEqualTo(5);
    }
  }

  @Test
  void closingAKeptDraftLeavesTheFileAlone() throws IOException {
    MediaDraft draft = store.begin();
    write(draft, "hello");
    MediaObject kept = store.keep(draft, media(MediaKind.RESULT, NOON));
    draft.close();

    assertThat(text(kept)).isEqualTo("hello");
    assertThat(files()).hasSize(1);
  }

  @Test
  void aFileWhoseRowCanNotBeWrittenIsDeleted() throws IOException {
    var broken =
        new FileMediaStore(
            root,
            Jdbi.create(
                () -> {
                  throw new SQLException("the database is down");
                }));
    try (MediaDraft draft = broken.begin()) {
      write(draft, "hello");
      assertThatThrownBy(
              () -> {
                MediaObject unexpected = broken.keep(draft, media(MediaKind.RESULT, NOON));
                assertThat(unexpected).isNull();
              })
          .hasMessageContaining("the database is down");
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void onlyWhatIsPastItsTimeIsDeleted() throws IOException {
    MediaObject expired = kept("1", MediaKind.SOURCE, NOON);
    MediaObject alive = kept("2", MediaKind.SOURCE, NOON.plusMillis(1));

    assertThat(store.deleteExpired(NOON)).isEqualTo(1);

    assertThat(store.find(expired.id())).isEmpty();
    assertThat(Files.exists(path(expired))).isFalse();
    assertThat(store.find(alive.id())).contains(alive);
    assertThat(text(alive)).isEqualTo("2");
  }

  @Test
  void expiryCanBeMovedBothWays() throws IOException {
    MediaObject kept = kept("1", MediaKind.UPLOAD, NOON);

    store.expireAt(kept.id(), NOON.plusSeconds(900));
    assertThat(store.deleteExpired(NOON.plusSeconds(899))).isZero();
    assertThat(store.find(kept.id()).orElseThrow().expiresAt()).isEqualTo(NOON.plusSeconds(900));

    store.expireAt(kept.id(), NOON.plusSeconds(1));
    assertThat(store.deleteExpired(NOON.plusSeconds(1))).isEqualTo(1);
  }

  @Test
  void aFileThatIsGoneAlreadyDoesNotStopTheCleaning() throws IOException {
    MediaObject gone = kept("1", MediaKind.RESULT, NOON);
    MediaObject other = kept("2", MediaKind.RESULT, NOON);
    Files.delete(path(gone));

    assertThat(store.deleteExpired(NOON)).isEqualTo(1);

    assertThat(store.find(gone.id())).isEmpty();
    assertThat(store.find(other.id())).isEmpty();
  }

  @Test
  void oldFilesThatACrashLeftBehindAreDeletedAndYoungOnesAreNot() throws IOException {
    Path oldDraft = aged(root.resolve("incoming").resolve("old.part"), Duration.ofMinutes(61));
    Path youngDraft = aged(root.resolve("incoming").resolve("new.part"), Duration.ofMinutes(59));
    Path withoutRow = aged(root.resolve("result/ab/ab.png"), Duration.ofHours(2));
    MediaObject kept = kept("hello", MediaKind.RESULT, NOON.plus(Duration.ofDays(3)));
    assertThat(aged(path(kept), Duration.ofHours(2))).exists();

    assertThat(store.deleteExpired(NOON)).isEqualTo(2);

    assertThat(oldDraft).doesNotExist();
    assertThat(withoutRow).doesNotExist();
    assertThat(youngDraft).exists();
    assertThat(path(kept)).exists();
  }

  @Test
  void leftBehindFilesAreLookedForNowAndThenOnly() throws IOException {
    assertThat(store.deleteExpired(NOON)).isZero();
    assertThat(aged(root.resolve("incoming/old.part"), Duration.ofHours(2))).exists();

    assertThat(store.deleteExpired(NOON.plus(Duration.ofMinutes(9)))).isZero();
    assertThat(store.deleteExpired(NOON.plus(Duration.ofMinutes(10)))).isEqualTo(1);
  }

  private MediaObject kept(String text, MediaKind kind, Instant expiresAt) throws IOException {
    try (MediaDraft draft = store.begin()) {
      write(draft, text);
      return store.keep(draft, media(kind, expiresAt));
    }
  }

  private static NewMedia media(MediaKind kind, Instant expiresAt) {
    return new NewMedia(kind, FACTS, NOON, expiresAt, new JobId(UUID.randomUUID()));
  }

  private static void write(MediaDraft draft, String text) throws IOException {
    try (OutputStream out = draft.write()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private String text(MediaObject media) throws IOException {
    try (InputStream in = store.file(media).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path path(MediaObject media) {
    return new MediaFolders(root)
        .absolute(MediaFolders.relativePath(media.id(), media.kind(), media.facts().type()));
  }

  private Path aged(Path file, Duration age) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file);
    }
    return Files.setLastModifiedTime(file, FileTime.from(NOON.minus(age)));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
