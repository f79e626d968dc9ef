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
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// A media store with its rows in table `media_object` and its drafts in a folder, wherever the
/// files are kept.
abstract class RecordedMediaStore implements MediaStore {
  private final MediaFolders folders;
  private final KeptFiles files;
  private final MediaTable table;
  private final RecordedFiles recorded;

  /// @param folders where drafts lie
  /// @param files where files are kept
  RecordedMediaStore(MediaFolders folders, KeptFiles files, Jdbi jdbi) {
    this.folders = folders;
    this.files = files;
    this.table = new MediaTable(jdbi);
    this.recorded = new RecordedFiles(files, table);
  }

  final MediaTable table() {
    return table;
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
  public Map<MediaId, MediaObject> findAll(Collection<MediaId> ids) {
    return table.findAll(ids);
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
  public Optional<MediaObject> extend(MediaId upload, Instant atLeastUntil, Instant now) {
    return table.extend(upload, atLeastUntil, now);
  }

  @Override
  public void releaseJob(JobId job, MediaId source, Instant sourceExpiresAt, Instant now) {
    table.releaseJob(job, source, sourceExpiresAt, now);
  }

  @Override
  public void deleteJob(JobId job, MediaId source) {
    recorded.deleteJob(job, source);
  }

  @Override
  public int deleteExpired(Instant now) {
    return recorded.deleteExpired(now);
  }
}
