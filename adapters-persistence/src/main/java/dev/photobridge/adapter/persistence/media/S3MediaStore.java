package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.KeptResult;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Images in a bucket of an S3-compatible store, their rows in table `media_object`. Drafts and
/// short- lived copies lie in a folder of this server. Several servers may share bucket and
/// database.
public final class S3MediaStore implements MediaStore, AutoCloseable {
  private final MediaFolders folders;
  private final S3Bucket bucket;
  private final LocalCopies copies;
  private final KeptFiles files;
  private final MediaTable table;
  private final RecordedFiles recorded;

  /// Does not look whether the store can be reached; see [S3BucketProbe].
  ///
  /// @param root `MEDIA_ROOT`, of this server alone; made where it is missing
  /// @throws IOException when its folders can't be made
  public S3MediaStore(Path root, S3Settings settings, Jdbi jdbi) throws IOException {
    this.folders = new MediaFolders(root);
    this.copies = new LocalCopies(folders);
    this.bucket = new S3Bucket(settings);
    this.files = new S3Files(bucket, copies);
    this.table = new MediaTable(jdbi);
    this.recorded = new RecordedFiles(files, table);
  }

  @Override
  public MediaDraft begin() throws IOException {
    return FileDraft.in(folders);
  }

  @Override
  public MediaObject keep(MediaDraft draft, NewMedia media) throws IOException {
    return recorded.keep(FileDraft.written(draft), media);
  }

  @Override
  public Optional<MediaObject> find(MediaId id) {
    return table.find(id);
  }

  @Override
  public KeptResult findResult(JobId job) throws IOException {
    return recorded.findResult(job);
  }

  @Override
  public MediaObject adopt(NewMedia result) throws IOException {
    return recorded.adopt(result);
  }

  @Override
  public StoredFile file(MediaObject media) {
    return files.file(media);
  }

  @Override
  public void expireAt(MediaId id, Instant expiresAt) {
    table.expireAt(id, expiresAt);
  }

  @Override
  public int deleteExpired(Instant now) {
    return recorded.deleteExpired(now);
  }

  @Override
  public int deleteLocalLeftovers(Instant now) {
    return copies.deleteOld(now, table);
  }

  /// Lets go of the connection to the store.
  @Override
  public void close() {
    bucket.close();
  }
}
