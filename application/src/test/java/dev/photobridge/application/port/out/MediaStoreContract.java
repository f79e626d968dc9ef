package dev.photobridge.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every media store must do. Each adapter's test extends it.
public abstract class MediaStoreContract {
  /// When tests keep their files: now, since real stores stamp files with the real time. Has no
  /// more than microseconds, as databases do.
  protected final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  /// Longer than any test looks ahead.
  protected final Instant longAfter = now.plus(Duration.ofDays(3));

  private final JobId job = new JobId(UUID.randomUUID());

  /// The store under test, the same one throughout a test, empty at its beginning.
  protected abstract MediaStore store();

  /// Takes its row away and leaves its file, as a crash between the two does.
  protected abstract void loseRow(MediaObject media) throws IOException;

  /// Takes its file away, wherever it lies, and leaves its row.
  protected abstract void loseFile(MediaObject media) throws IOException;

  @Test
  void whatIsKeptIsFoundWithItsBytesAndFacts() throws IOException {
    MediaObject kept = kept("hello", MediaKind.SOURCE, longAfter);

    assertThat(store().find(kept.id())).contains(kept);
    assertThat(kept)
        .isEqualTo(
            new MediaObject(
                kept.id(), MediaKind.SOURCE, facts(MediaType.PNG, "hello"), now, longAfter));
    assertThat(text(kept)).isEqualTo("hello");
    assertThat(store().file(kept).size()).isEqualTo(5);
  }

  @Test
  void aKeptFileCanBeReadFromAnyPlace() throws IOException {
    MediaObject kept = kept("hello", MediaKind.UPLOAD, longAfter);

    try (SeekableByteChannel channel = store().file(kept).openChannel()) {
      assertThat(channel.size()).isEqualTo(5);
      var two = ByteBuffer.allocate(2);
      assertThat(channel.position(3).read(two)).isEqualTo(2);
      assertThat(new String(two.array(), StandardCharsets.UTF_8)).isEqualTo("lo");
    }
  }

  @Test
  void aPartOfAFileIsReadAlone() throws IOException {
    MediaObject kept = kept("hello, world", MediaKind.UPLOAD, longAfter);

    assertThat(part(kept, 0, 1)).isEqualTo("h");
    assertThat(part(kept, 7, 5)).isEqualTo("world");
    assertThat(part(kept, 3, 4)).isEqualTo("lo, ");
    loseFile(kept);
    assertThatThrownBy(() -> part(kept, 0, 1)).isInstanceOf(NoSuchFileException.class);
  }

  private String part(MediaObject media, long first, int length) throws IOException {
    try (InputStream in = store().file(media).open(first, length)) {
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anUploadCanBeExtendedWhileItLives() throws IOException {
    MediaObject upload = kept("1", MediaKind.UPLOAD, now.plusSeconds(10));

    Instant later = now.plusSeconds(60);
    assertThat(store().extend(upload.id(), later, now).orElseThrow().expiresAt()).isEqualTo(later);
    assertThat(store().find(upload.id()).orElseThrow().expiresAt()).isEqualTo(later);
    assertThat(store().extend(upload.id(), now.plusSeconds(59), now).orElseThrow().expiresAt())
        .as("never less")
        .isEqualTo(later);
    assertThat(store().extend(upload.id(), longAfter, later)).as("expired").isEmpty();
    assertThat(store().extend(new MediaId(UUID.randomUUID()), longAfter, now)).isEmpty();
  }

  @Test
  void nothingButUploadsCanBeExtended() throws IOException {
    for (MediaKind kind : new MediaKind[] {MediaKind.SOURCE, MediaKind.RESULT, MediaKind.SHARED}) {
      MediaObject other = kept("1", kind, now.plusSeconds(10));

      assertThat(store().extend(other.id(), longAfter, now)).isEmpty();
      assertThat(store().find(other.id())).contains(other);
    }
  }

  @Test
  void anImageHasOneThumbnail() throws IOException {
    MediaObject image = kept("image", MediaKind.UPLOAD, longAfter);

    MediaObject first = thumbnail(image, "small");
    MediaObject second = thumbnail(image, "another");

    assertThat(first.id()).isEqualTo(image.id().thumbnail());
    assertThat(second).isEqualTo(first);
    assertThat(store().find(image.id().thumbnail())).contains(first);
    assertThat(text(first)).isEqualTo("small");
    assertThat(store().deleteExpired(now.plus(Duration.ofHours(2)))).as("left over").isZero();
  }

  @Test
  void manyAtOnceKeepOneThumbnail() throws Exception {
    MediaObject image = kept("image", MediaKind.UPLOAD, longAfter);
    var attempts = new ArrayList<Callable<MediaObject>>();
    for (int i = 1; i <= 8; i++) {
      String text = "x".repeat(i);
      attempts.add(() -> thumbnail(image, text));
    }
    var outcomes = new ArrayList<MediaObject>();
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : workers.invokeAll(attempts)) {
        outcomes.add(outcome.get());
      }
    }

    MediaObject kept = store().find(image.id().thumbnail()).orElseThrow();
    assertThat(outcomes).hasSize(8).containsOnly(kept);
    assertThat(text(kept)).hasSize(Math.toIntExact(kept.facts().fileSize().bytes()));
  }

  @Test
  void aThumbnailExpiresWithItsImage() throws IOException {
    MediaObject image = kept("image", MediaKind.UPLOAD, now.plusSeconds(10));
    MediaObject small = thumbnail(image, "small");
    assertThat(small.expiresAt()).isEqualTo(image.expiresAt());

    store().expireAt(image.id(), now.plusSeconds(20));
    assertThat(store().find(small.id()).orElseThrow().expiresAt()).isEqualTo(now.plusSeconds(20));
    assertThat(store().extend(image.id(), now.plusSeconds(30), now)).isPresent();
    assertThat(store().find(small.id()).orElseThrow().expiresAt()).isEqualTo(now.plusSeconds(30));
    assertThat(store().deleteExpired(now.plusSeconds(29))).isZero();

    assertThat(store().deleteExpired(now.plusSeconds(30))).isEqualTo(2);

    assertThat(store().find(small.id())).isEmpty();
    assertThatThrownBy(() -> text(small)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void anImageThatIsGoneGetsNoThumbnail() throws IOException {
    MediaObject image = kept("image", MediaKind.UPLOAD, now);
    assertThat(store().deleteExpired(now)).isEqualTo(1);

    assertThatThrownBy(() -> assertThat(thumbnail(image, "small")).isNull())
        .isInstanceOf(NoSuchFileException.class);

    assertThat(store().find(image.id().thumbnail())).isEmpty();
    assertThat(store().deleteExpired(now.plus(Duration.ofHours(2)))).as("left over").isZero();
  }

  private MediaObject thumbnail(MediaObject image, String text) throws IOException {
    return kept(text, NewMedia.thumbnail(image, facts(MediaType.JPEG, text), now));
  }

  @Test
  void nothingIsFoundUnderAnUnknownId() {
    assertThat(store().find(new MediaId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void writingADraftAgainReplacesWhatItHeld() throws IOException {
    try (MediaDraft draft = store().begin()) {
      write(draft, "a long first attempt");
      write(draft, "short");

      assertThat(draft.file().size()).isEqualTo(5);
    }
  }

  @Test
  void closingAKeptDraftLeavesTheFileAlone() throws IOException {
    MediaDraft draft = store().begin();
    write(draft, "hello");
    MediaObject kept = store().keep(draft, result("hello", MediaType.PNG));
    draft.close();

    assertThat(text(kept)).isEqualTo("hello");
  }

  @Test
  void onlyWhatIsPastItsTimeIsDeleted() throws IOException {
    MediaObject expired = kept("1", MediaKind.SOURCE, now);
    MediaObject alive = kept("2", MediaKind.SOURCE, now.plusMillis(1));

    assertThat(store().deleteExpired(now)).isEqualTo(1);

    assertThat(store().find(expired.id())).isEmpty();
    assertThatThrownBy(() -> text(expired)).isInstanceOf(NoSuchFileException.class);
    assertThat(store().find(alive.id())).contains(alive);
    assertThat(text(alive)).isEqualTo("2");
  }

  @Test
  void expiryCanBeMovedBothWays() throws IOException {
    MediaObject kept = kept("1", MediaKind.UPLOAD, now);

    store().expireAt(kept.id(), now.plusSeconds(900));
    assertThat(store().deleteExpired(now.plusSeconds(899))).isZero();
    assertThat(store().find(kept.id()).orElseThrow().expiresAt()).isEqualTo(now.plusSeconds(900));

    store().expireAt(kept.id(), now.plusSeconds(1));
    assertThat(store().deleteExpired(now.plusSeconds(1))).isEqualTo(1);
  }

  @Test
  void whatAJobNeededIsLetGoWithIt() throws IOException {
    MediaObject source = kept("1", MediaKind.SOURCE, longAfter);
    MediaObject shared = kept("2", MediaKind.SHARED, longAfter);
    MediaObject result = kept("3", MediaKind.RESULT, longAfter);
    MediaObject upload = kept("4", MediaKind.UPLOAD, longAfter);
    JobId otherJob = new JobId(UUID.randomUUID());
    var others = new NewMedia(MediaKind.SHARED, shared.facts(), now, longAfter, otherJob);
    MediaObject otherShared = kept("5", others);

    store().releaseJob(job, source.id(), now.plusSeconds(50), now);

    assertThat(store().find(source.id()).orElseThrow().expiresAt()).isEqualTo(now.plusSeconds(50));
    assertThat(store().find(shared.id()).orElseThrow().isExpiredAt(now)).isTrue();
    for (MediaObject untouched : new MediaObject[] {result, upload, otherShared}) {
      assertThat(store().find(untouched.id())).contains(untouched);
    }
    assertThat(store().deleteExpired(now)).isEqualTo(1);
    assertThat(store().find(shared.id())).isEmpty();
  }

  @Test
  void allPhotosOfAJobAreDeletedAtOnce() throws IOException {
    MediaObject source = kept("1", MediaKind.SOURCE, longAfter);
    MediaObject shared = kept("2", MediaKind.SHARED, longAfter);
    MediaObject result = kept("3", MediaKind.RESULT, longAfter);
    MediaObject upload = kept("4", MediaKind.UPLOAD, longAfter);
    JobId otherJob = new JobId(UUID.randomUUID());
    var others = new NewMedia(MediaKind.SHARED, shared.facts(), now, longAfter, otherJob);
    MediaObject otherShared = kept("5", others);

    store().deleteJob(job, source.id());

    assertThat(store().findAll(List.of(source.id(), shared.id(), result.id()))).isEmpty();
    assertThat(store().findAll(List.of(upload.id(), otherShared.id(), result.id())))
        .isEqualTo(Map.of(upload.id(), upload, otherShared.id(), otherShared));
    for (MediaObject gone : new MediaObject[] {source, shared, result}) {
      assertThatThrownBy(() -> text(gone)).isInstanceOf(NoSuchFileException.class);
    }
  }

  @Test
  void aFileThatIsGoneAlreadyDoesNotStopTheCleaning() throws IOException {
    MediaObject gone = kept("1", MediaKind.UPLOAD, now);
    MediaObject other = kept("2", MediaKind.UPLOAD, now);
    loseFile(gone);

    assertThat(store().deleteExpired(now)).isPositive();

    assertThat(store().find(gone.id())).isEmpty();
    assertThat(store().find(other.id())).isEmpty();
    assertThatThrownBy(() -> text(other)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFileWithoutRowIsSparedForAnHourAndThenDeleted() throws IOException {
    MediaObject lost = kept("lost", MediaKind.SOURCE, longAfter);
    MediaObject kept = kept("kept", MediaKind.SOURCE, longAfter);
    loseRow(lost);

    assertThat(store().deleteExpired(now.plus(Duration.ofMinutes(50)))).isZero();
    assertThat(text(lost)).isEqualTo("lost");

    assertThat(store().deleteExpired(now.plus(Duration.ofMinutes(70)))).isEqualTo(1);
    assertThatThrownBy(() -> text(lost)).isInstanceOf(NoSuchFileException.class);
    assertThat(text(kept)).isEqualTo("kept");
  }

  @Test
  void aResultIsFoundByItsJob() throws IOException {
    MediaObject kept = kept("hello", result("hello", MediaType.JPEG));

    assertThat(kept.id()).isEqualTo(job.result());
    assertThat(store().findResult(job)).isEqualTo(new KeptResult.Recorded(kept));
  }

  @Test
  void neitherASourceNorADraftIsTakenForAResult() throws IOException {
    MediaObject source = kept("hello", MediaKind.SOURCE, longAfter);
    try (MediaDraft draft = store().begin()) {
      write(draft, "half a pho");

      assertThat(source.id()).isNotEqualTo(job.result());
      assertThat(store().findResult(job)).isEqualTo(new KeptResult.Missing());
    }
  }

  @Test
  void aResultWithoutRowIsFoundByItsJobAndCanBeRecorded() throws IOException {
    loseRow(kept("hello", result("hello", MediaType.WEBP)));

    assertThat(found(store().findResult(job))).isEqualTo("hello");
    MediaObject adopted = store().adopt(result("hello", MediaType.WEBP));

    assertThat(store().findResult(job)).isEqualTo(new KeptResult.Recorded(adopted));
    assertThat(text(adopted)).isEqualTo("hello");
    assertThat(store().deleteExpired(now.plus(Duration.ofHours(2)))).isZero();
  }

  @Test
  void aResultIsAdoptedOnce() throws IOException {
    MediaObject kept = kept("hello", result("hello", MediaType.PNG));

    var later = new NewMedia(MediaKind.RESULT, kept.facts(), now.plusSeconds(9), longAfter, job);

    assertThat(store().adopt(later)).isEqualTo(kept);
  }

  @Test
  void onlyAFileThatIsThereCanBeAdopted() throws IOException {
    assertThatThrownBy(() -> found(store().adopt(result("hello", MediaType.PNG))))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(store().findResult(job)).isEqualTo(new KeptResult.Missing());

    loseRow(kept("hello", result("hello", MediaType.PNG)));
    assertThatThrownBy(() -> found(store().adopt(result("hello, world", MediaType.PNG))))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(store().find(job.result())).isEmpty();
  }

  @Test
  void aResultWhoseFileIsLostIsMissingAndCanBeKeptAnew() throws IOException {
    loseFile(kept("hello", result("hello", MediaType.PNG)));

    assertThat(store().findResult(job)).isEqualTo(new KeptResult.Missing());
    MediaObject anew = kept("hello again", result("hello again", MediaType.JPEG));

    assertThat(store().findResult(job)).isEqualTo(new KeptResult.Recorded(anew));
    assertThat(text(anew)).isEqualTo("hello again");
  }

  @Test
  void ofTwoResultsOfAJobTheFirstStays() throws IOException {
    MediaObject first = kept("first", result("first", MediaType.PNG));

    assertThat(kept("a second one", result("a second one", MediaType.JPEG))).isEqualTo(first);

    assertThat(store().findResult(job)).isEqualTo(new KeptResult.Recorded(first));
    assertThat(text(first)).isEqualTo("first");
    assertThat(store().deleteExpired(now.plus(Duration.ofHours(2)))).as("left over").isZero();
  }

  @Test
  void anotherResultThanTheOneWithoutRowLeavesNoFileForEver() throws IOException {
    loseRow(kept("without row", result("without row", MediaType.PNG)));

    MediaObject kept = kept("hello", result("hello", MediaType.PNG));

    assertThat(store().findResult(job)).isEqualTo(new KeptResult.Recorded(kept));
    assertThat(text(kept)).isEqualTo("hello");
    int sweptLater = store().deleteExpired(now.plus(Duration.ofHours(2)));
    assertThat(sweptLater).isBetween(0, 1);
    assertThat(text(kept)).isEqualTo("hello");
    loseRow(kept);
    assertThat(found(store().findResult(job))).isEqualTo("hello");
  }

  @Test
  void manyAtOnceKeepOneResultWhoseRowAndFileAgree() throws Exception {
    var attempts = new ArrayList<Callable<MediaObject>>();
    for (int i = 1; i <= 8; i++) {
      String text = "x".repeat(i);
      MediaType type = i % 2 == 0 ? MediaType.PNG : MediaType.JPEG;
      attempts.add(() -> kept(text, result(text, type)));
    }
    var outcomes = new ArrayList<MediaObject>();
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : workers.invokeAll(attempts)) {
        outcomes.add(outcome.get());
      }
    }

    MediaObject kept = store().find(job.result()).orElseThrow();
    assertThat(outcomes).hasSize(8).containsOnly(kept);
    assertThat(text(kept)).hasSize(Math.toIntExact(kept.facts().fileSize().bytes()));
    assertThat(store().findResult(job)).isEqualTo(new KeptResult.Recorded(kept));
    assertThat(store().deleteExpired(now.plus(Duration.ofHours(2)))).as("left over").isZero();
  }

  @Test
  void whatIsKeptIsNoLocalLeftover() throws IOException {
    MediaObject kept = kept("hello", MediaKind.UPLOAD, longAfter);

    assertThat(store().deleteLocalLeftovers(now)).isZero();
    int copies = store().deleteLocalLeftovers(now.plus(Duration.ofDays(1)));

    assertThat(copies).isBetween(0, 1);
    assertThat(text(kept)).isEqualTo("hello");
  }

  /// Keeps this text as a PNG of a job.
  protected final MediaObject kept(String text, MediaKind kind, Instant expiresAt)
      throws IOException {
    return kept(text, new NewMedia(kind, facts(MediaType.PNG, text), now, expiresAt, this.job));
  }

  /// Keeps this text.
  protected final MediaObject kept(String text, NewMedia media) throws IOException {
    try (MediaDraft draft = store().begin()) {
      write(draft, text);
      return store().keep(draft, media);
    }
  }

  /// What this text is as the result of the test's job.
  protected final NewMedia result(String text, MediaType type) {
    return new NewMedia(MediaKind.RESULT, facts(type, text), now, longAfter, job);
  }

  /// Makes this text the content of a draft.
  protected static void write(MediaDraft draft, String text) throws IOException {
    try (OutputStream out = draft.write()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// The text that is kept there.
  protected final String text(MediaObject media) throws IOException {
    return text(store().file(media));
  }

  private static @Nullable String found(Object outcome) throws IOException {
    return outcome instanceof KeptResult.Unrecorded(StoredFile file) ? text(file) : null;
  }

  private static String text(StoredFile file) throws IOException {
    try (InputStream in = file.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static PhotoFacts facts(MediaType type, String text) {
    return new PhotoFacts(
        type,
        new PixelSize(300, 200),
        Orientation.QUARTER_TURN_CLOCKWISE,
        true,
        new ByteSize(text.length()));
  }
}
