package dev.photobridge.adapter.persistence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.application.port.out.KeptResult;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.MediaStoreContract;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3MediaStoreTest extends MediaStoreContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
  @RegisterExtension static final S3Server SERVER = new S3Server();

  @TempDir private Path here;
  @TempDir private Path there;
  private S3Settings settings;
  private S3MediaStore store;
  private S3MediaStore otherNode;

  @BeforeEach
  void openStores() throws IOException {
    settings = SERVER.newBucket();
    store = new S3MediaStore(here, settings, DATABASE.jdbi());
    otherNode = new S3MediaStore(there, settings, DATABASE.jdbi());
  }

  @AfterEach
  void closeStores() {
    store.close();
    otherNode.close();
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
    String key = MediaPaths.of(media);
    var _ = SERVER.client().deleteObject(r -> r.bucket(settings.bucket()).key(key));
    Files.delete(copyOf(media));
  }

  @Test
  void anotherServerReadsWhatThisOneKept() throws IOException {
    MediaObject kept = kept("hello", MediaKind.RESULT, longAfter);

    assertThat(otherNode.find(kept.id())).contains(kept);
    assertThat(otherNode.file(kept).open()).hasContent("hello");
    try (var part = otherNode.file(kept).open(1, 3)) {
      assertThat(part.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("ell");
    }
    assertThat(files(there)).as("a stream needs no copy").isEmpty();
    try (SeekableByteChannel channel = otherNode.file(kept).openChannel()) {
      var last = ByteBuffer.allocate(1);
      assertThat(channel.position(4).read(last)).isEqualTo(1);
      assertThat(new String(last.array(), StandardCharsets.UTF_8)).isEqualTo("o");
    }
    assertThat(files(there)).as("nor does it leave a draft").hasSize(1);
  }

  @Test
  void aResultWithoutRowIsFoundFromAnotherServer() throws IOException {
    MediaObject kept = kept("hello", result("hello", MediaType.PNG));
    loseRow(kept);

    MediaObject adopted = otherNode.adopt(result("hello", MediaType.PNG));

    assertThat(otherNode.file(adopted).open()).hasContent("hello");
    assertThat(store.find(kept.id())).contains(adopted);
  }

  @Test
  void anObjectCarriesItsTypeForWhoeverLooksIntoTheBucket() throws IOException {
    MediaObject kept = kept("hello", MediaKind.UPLOAD, longAfter);

    var head =
        SERVER.client().headObject(r -> r.bucket(settings.bucket()).key(MediaPaths.of(kept)));

    assertThat(head.contentType()).isEqualTo("image/png");
    assertThat(head.contentLength()).isEqualTo(5);
  }

  @Test
  void whatIsDeletedIsGoneFromTheBucketAndFromHere() throws IOException {
    MediaObject kept = kept("hello", MediaKind.SOURCE, now);
    assertThat(copyOf(kept)).exists();

    assertThat(store.deleteExpired(now)).isEqualTo(1);

    assertThat(keys()).isEmpty();
    assertThat(files(here)).isEmpty();
  }

  @Test
  void aCopyGoesOnceAnotherServerDeletedItsImageOrItIsOld() throws IOException {
    MediaObject kept = kept("hello", MediaKind.SOURCE, now);
    MediaObject alive = kept("hi", MediaKind.UPLOAD, longAfter);
    assertThat(otherNode.deleteExpired(now)).isEqualTo(1);
    assertThat(copyOf(kept)).exists();

    assertThat(store.deleteLocalLeftovers(now)).isEqualTo(1);

    assertThat(copyOf(kept)).doesNotExist();
    assertThat(copyOf(alive)).exists();
    assertThat(store.deleteLocalLeftovers(now.plus(Duration.ofMinutes(11)))).isEqualTo(1);
    assertThat(text(alive)).isEqualTo("hi");
  }

  @Test
  void anOldDraftIsALocalLeftover() throws IOException {
    Path draft = Files.createFile(here.resolve("incoming").resolve("old.part"));

    assertThat(store.deleteLocalLeftovers(now.plus(Duration.ofMinutes(50)))).isZero();
    assertThat(store.deleteLocalLeftovers(now.plus(Duration.ofMinutes(70)))).isEqualTo(1);

    assertThat(draft).doesNotExist();
  }

  @Test
  void whatIsNoImageOfOursIsLeftAlone() {
    var _ =
        SERVER
            .client()
            .putObject(
                r -> r.bucket(settings.bucket()).key("result/notes.txt"),
                RequestBody.fromString("keep me"));

    assertThat(store.deleteExpired(now.plus(Duration.ofHours(2)))).isZero();
    assertThat(keys()).containsExactly("result/notes.txt");
  }

  @Test
  void anUnreachableStoreKeepsTheDraftAndSaysNothingSecret() throws IOException {
    var nowhere =
        new S3Settings(
            Optional.of(URI.create("http://127.0.0.1:1")), "x", "photos", true, "id", "hidden");
    try (var cutOff = new S3MediaStore(here, nowhere, DATABASE.jdbi());
        var draft = cutOff.begin()) {
      write(draft, "hello");

      assertThatThrownBy(
              () -> {
                MediaObject unexpected = cutOff.keep(draft, result("hello", MediaType.PNG));
                assertThat(unexpected).isNull();
              })
          .isInstanceOf(IOException.class)
          .hasMessageNotContaining("hidden");
      assertThat(draft.file().size()).isEqualTo(5);
      assertThatThrownBy(
              () -> {
                KeptResult unexpected = cutOff.findResult(new JobId(UUID.randomUUID()));
                assertThat(unexpected).isNull();
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(nowhere.toString()).doesNotContain("hidden");
  }

  private List<String> keys() {
    return SERVER.client().listObjectsV2(r -> r.bucket(settings.bucket())).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private Path copyOf(MediaObject media) throws IOException {
    return new LocalCopies(new MediaFolders(here)).of(MediaPaths.of(media));
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
