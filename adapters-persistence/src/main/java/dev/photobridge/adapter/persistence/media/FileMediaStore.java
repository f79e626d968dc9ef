package dev.photobridge.adapter.persistence.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/// Images below one folder, their rows in table `media_object`. Several servers may share folder
/// and database.
public final class FileMediaStore extends RecordedMediaStore {
  /// @param root `MEDIA_ROOT`; made where it is missing
  /// @throws IOException when its folders can't be made
  public FileMediaStore(Path root, Jdbi jdbi) throws IOException {
    var folders = new MediaFolders(root);
    super(folders, new FolderFiles(folders), jdbi);
    folders.create();
  }

  @Override
  public int deleteLocalLeftovers(Instant now) {
    // nothing lies on one server alone: drafts, too, are in the shared folder
    return 0;
  }
}
