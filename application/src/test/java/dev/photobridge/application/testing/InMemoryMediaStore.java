package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.KeptResult;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.PhotoFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps media objects and their bytes in maps. Counts open drafts, so that tests see leaks.
public final class InMemoryMediaStore implements MediaStore {
  private final Map<MediaId, MediaObject> objects = new ConcurrentHashMap<>();
  private final Map<MediaId, BytesFile> files = new ConcurrentHashMap<>();
  private final Map<MediaId, Instant> written = new ConcurrentHashMap<>();
  private final Map<MediaId, JobId> jobs = new ConcurrentHashMap<>();
  private final AtomicInteger openDrafts = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean full;
  private volatile Runnable beforeRow = () -> {};

  @Override
  public MediaDraft begin() {
    openDrafts.incrementAndGet();
    return new Draft();
  }

  @Override
  public MediaObject keep(MediaDraft draft, NewMedia media) throws IOException {
    if (full) {
      throw new IOException("No space left on device");
    }
    MediaId id = idFor(media);
    synchronized (objects) {
      if (media.parent() != null && !objects.containsKey(media.parent())) {
        throw new NoSuchFileException(media.parent().toString());
      }
      BytesFile file = ((Draft) draft).use();
      if (objects.containsKey(id) && files.containsKey(id)) {
        return Objects.requireNonNull(objects.get(id));
      }
      files.put(id, file);
      written.put(id, media.createdAt());
      return record(id, media);
    }
  }

  private static MediaId idFor(NewMedia media) {
    if (media.parent() != null) {
      return media.parent().thumbnail();
    }
    JobId job = media.job();
    return media.kind() == MediaKind.RESULT && job != null
        ? job.result()
        : new MediaId(UUID.randomUUID());
  }

  @Override
  public KeptResult findResult(JobId job) {
    synchronized (objects) {
      BytesFile file = files.get(job.result());
      if (file == null) {
        return new KeptResult.Missing();
      }
      MediaObject media = objects.get(job.result());
      return media == null ? new KeptResult.Unrecorded(file) : new KeptResult.Recorded(media);
    }
  }

  @Override
  public MediaObject adopt(NewMedia result) throws IOException {
    MediaId id = Objects.requireNonNull(result.job()).result();
    synchronized (objects) {
      BytesFile file = files.get(id);
      if (file == null || file.size() != result.facts().fileSize().bytes()) {
        throw new NoSuchFileException(id.toString());
      }
      MediaObject recorded = objects.get(id);
      return recorded == null ? record(id, result) : recorded;
    }
  }

  @Override
  public Optional<MediaObject> find(MediaId id) {
    failIfAway();
    return Optional.ofNullable(objects.get(id));
  }

  @Override
  public Map<MediaId, MediaObject> findAll(Collection<MediaId> ids) {
    failIfAway();
    return objects.values().stream()
        .filter(media -> ids.contains(media.id()))
        .collect(Collectors.toMap(MediaObject::id, Function.identity()));
  }

  /// Can't be reached the next so many times it is asked for an object or told when one expires.
  public void beAway(int times) {
    failures.set(times);
  }

  private void failIfAway() {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new StorageUnavailableException("away", new IOException("cable"));
    }
  }

  @Override
  public StoredFile file(MediaObject media) {
    return new Kept(media);
  }

  @Override
  public void expireAt(MediaId id, Instant expiresAt) {
    failIfAway();
    setExpiry(id, expiresAt);
    setExpiry(id.thumbnail(), expiresAt);
  }

  @Override
  public Optional<MediaObject> extend(MediaId upload, Instant atLeastUntil, Instant now) {
    synchronized (objects) {
      Optional<MediaObject> found =
          Optional.ofNullable(objects.get(upload))
              .filter(media -> media.kind() == MediaKind.UPLOAD && !media.isExpiredAt(now));
      found
          .filter(media -> media.expiresAt().isBefore(atLeastUntil))
          .ifPresent(_ -> expireAt(upload, atLeastUntil));
      return found.flatMap(media -> Optional.ofNullable(objects.get(media.id())));
    }
  }

  private void setExpiry(MediaId id, Instant expiresAt) {
    objects.computeIfPresent(
        id, (_, old) -> new MediaObject(id, old.kind(), old.facts(), old.createdAt(), expiresAt));
  }

  @Override
  public void releaseJob(JobId job, MediaId source, Instant sourceExpiresAt, Instant now) {
    expireAt(source, sourceExpiresAt);
    all(MediaKind.SHARED).stream()
        .filter(media -> job.equals(jobs.get(media.id())))
        .forEach(media -> expireAt(media.id(), now));
  }

  @Override
  public void deleteJob(JobId job, MediaId source) {
    failIfAway();
    all(MediaKind.SHARED).stream()
        .filter(media -> job.equals(jobs.get(media.id())))
        .forEach(media -> delete(media.id()));
    delete(source);
    delete(job.result());
  }

  @Override
  public int deleteExpired(Instant now) {
    List<MediaId> expired =
        objects.values().stream().filter(m -> m.isExpiredAt(now)).map(MediaObject::id).toList();
    int before = files.size();
    expired.forEach(this::delete);
    expired.forEach(id -> delete(id.thumbnail()));
    files
        .keySet()
        .removeIf(
            id ->
                !objects.containsKey(id)
                    && written
                        .getOrDefault(id, Instant.EPOCH)
                        .isBefore(now.minus(Duration.ofHours(1))));
    return before - files.size();
  }

  @Override
  public int deleteLocalLeftovers(Instant now) {
    return 0;
  }

  /// Takes the row of an image away and leaves its bytes, as a crash does.
  public void deleteRow(MediaId id) {
    objects.remove(id);
  }

  /// Takes the bytes of an image away and leaves its row.
  public void deleteBytes(MediaId id) {
    files.remove(id);
  }

  /// Stores an image as if it had been uploaded; bytes that say what it is are made up.
  public MediaObject upload(PhotoFacts facts, Instant expiresAt) {
    var id = new MediaId(UUID.randomUUID());
    files.put(id, new BytesFile(TextPhotos.bytes(facts)));
    return record(id, new NewMedia(MediaKind.UPLOAD, facts, Instant.EPOCH, expiresAt, null));
  }

  /// Takes an image away, row and bytes.
  public void delete(MediaId id) {
    objects.remove(id);
    files.remove(id);
  }

  /// From now on the disk is full.
  public void fillUp() {
    full = true;
  }

  /// Runs before each row is written, when its file is there already.
  public void beforeRow(Runnable action) {
    beforeRow = action;
  }

  /// All that is kept of this kind.
  public List<MediaObject> all(MediaKind kind) {
    return objects.values().stream().filter(media -> media.kind() == kind).toList();
  }

  /// The job that a media object was kept for.
  public Optional<JobId> jobOf(MediaId id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /// Drafts begun and not closed yet.
  public int openDrafts() {
    return openDrafts.get();
  }

  private MediaObject record(MediaId id, NewMedia media) {
    beforeRow.run();
    var object =
        new MediaObject(id, media.kind(), media.facts(), media.createdAt(), media.expiresAt());
    objects.put(id, object);
    JobId job = media.job();
    if (job != null) {
      jobs.put(id, job);
    }
    return object;
  }

  private final class Kept implements StoredFile {
    private final MediaObject media;

    private Kept(MediaObject media) {
      this.media = media;
    }

    @Override
    public long size() {
      return media.facts().fileSize().bytes();
    }

    @Override
    public InputStream open() throws IOException {
      return file().open();
    }

    @Override
    public SeekableByteChannel openChannel() throws IOException {
      return file().openChannel();
    }

    private BytesFile file() throws IOException {
      BytesFile file = files.get(media.id());
      if (file == null) {
        throw new NoSuchFileException(media.id().toString());
      }
      return file;
    }
  }

  private final class Draft implements MediaDraft {
    private @Nullable ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean closed;

    @Override
    public OutputStream write() {
      content().reset();
      return content();
    }

    @Override
    public StoredFile file() {
      return new BytesFile(content().toByteArray());
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        openDrafts.decrementAndGet();
      }
    }

    private BytesFile use() {
      var file = new BytesFile(content().toByteArray());
      written = null;
      return file;
    }

    private ByteArrayOutputStream content() {
      if (written == null || closed) {
        throw new IllegalStateException("the draft is used up");
      }
      return written;
    }
  }
}
