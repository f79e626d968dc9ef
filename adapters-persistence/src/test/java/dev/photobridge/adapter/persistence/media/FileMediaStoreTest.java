package dev.photobridge.adapter.persistence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.MediaStoreContract;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FileMediaStoreTest extends MediaStoreContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path root;
  private FileMediaStore store;

  @BeforeEach
  void openStore() throws IOException {
    store = new FileMediaStore(root, DATABASE.jdbi());
  }

  @Override
  protected MediaStore store() {
    return store;
  }

  @Override
  protected void loseRow(MediaObject media) {
    MediaRows.delete(DATABASE.jdbi(), media);
  }

  @Override
  protected void loseFile(MediaObject media) throws IOException {
    Files.delete(path(media));
  }

  @Test
  void anotherStoreOverTheSameFolderFindsIt() throws IOException {
    MediaObject kept = kept("hello", MediaKind.UPLOAD, longAfter);

    var afterRestart = new FileMediaStore(root, DATABASE.jdbi());

    assertThat(afterRestart.find(kept.id())).contains(kept);
    assertThat(afterRestart.file(kept).size()).isEqualTo(5);
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
  void nothingButTheFileRemainsOfAKeptDraft() throws IOException {
    MediaObject kept = kept("hello", MediaKind.RESULT, longAfter);

    assertThat(files()).containsExactly(path(kept));
  }

  @Test
  void aFileWhoseRowCanNotBeWrittenIsDeletedUnlessItIsAResult() throws IOException {
    FileMediaStore broken = withoutDatabase();

    assertThatThrownBy(() -> keptBy(broken, media(MediaKind.SOURCE)))
        .hasMessageContaining("the database is down");
    assertThat(files()).isEmpty();

    assertThatThrownBy(() -> keptBy(broken, result("hello", MediaType.PNG)))
        .hasMessageContaining("the database is down");
    assertThat(files()).hasSize(1);
    MediaObject adopted = store.adopt(result("hello", MediaType.PNG));
    assertThat(text(adopted)).isEqualTo("hello");
  }

  @Test
  void oldDraftsAreDeletedAndYoungOnesAreNot() throws IOException {
    Path oldDraft = aged("incoming/old.part", Duration.ofMinutes(61));
    Path youngDraft = aged("incoming/new.part", Duration.ofMinutes(59));

    assertThat(store.deleteExpired(now)).isEqualTo(1);

    assertThat(oldDraft).doesNotExist();
    assertThat(youngDraft).exists();
  }

  @Test
  void leftBehindFilesAreLookedForNowAndThenOnly() throws IOException {
    assertThat(store.deleteExpired(now)).isZero();
    assertThat(aged("incoming/old.part", Duration.ofHours(2))).exists();

    assertThat(store.deleteExpired(now.plus(Duration.ofMinutes(9)))).isZero();
    assertThat(store.deleteExpired(now.plus(Duration.ofMinutes(10)))).isEqualTo(1);
  }

  private FileMediaStore withoutDatabase() throws IOException {
    return new FileMediaStore(
        root,
        Jdbi.create(
            () -> {
              throw new SQLException("the database is down");
            }));
  }

  private static MediaObject keptBy(MediaStore store, NewMedia media) throws IOException {
    try (MediaDraft draft = store.begin()) {
      write(draft, "hello");
      return store.keep(draft, media);
    }
  }

  private NewMedia media(MediaKind kind) {
    NewMedia result = result("hello", MediaType.PNG);
    return new NewMedia(kind, result.facts(), result.createdAt(), result.expiresAt(), result.job());
  }

  private Path path(MediaObject media) {
    return root.resolve(MediaPaths.of(media));
  }

  private Path aged(String name, Duration age) throws IOException {
    return Files.setLastModifiedTime(
        Files.createFile(root.resolve(name)), FileTime.from(now.minus(age)));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
