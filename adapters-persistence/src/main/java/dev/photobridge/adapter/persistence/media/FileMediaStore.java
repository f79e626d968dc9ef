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

/// Images below one folder, their rows in table `media_object`. Several servers may share folder
/// and database.
public final class FileMediaStore implements MediaStore {
  private final MediaFolders folders;
  private final KeptFiles files;
  private final MediaTable table;
  private final RecordedFiles recorded;

  /// @param root `MEDIA_ROOT`; made where it is missing
  /// @throws IOException when its folders can't be made
  public FileMediaStore(Path root, Jdbi jdbi) throws IOException {
    this.folders = new MediaFolders(root);
    this.files = new FolderFiles(folders);
    this.table = new MediaTable(jdbi);
    this.recorded = new RecordedFiles(files, table);
    folders.create();
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
    // nothing lies on one server alone: drafts, too, are in the shared folder
    return 0;
  }
}
