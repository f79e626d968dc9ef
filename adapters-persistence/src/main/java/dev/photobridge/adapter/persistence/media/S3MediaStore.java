package dev.photobridge.adapter.persistence.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/// Images in a bucket of an S3-compatible store, their rows in table `media_object`. Drafts and
/// short-lived copies lie in a folder of this server. Several servers may share bucket and
/// database.
public final class S3MediaStore extends RecordedMediaStore implements AutoCloseable {
  private final S3Bucket bucket;
  private final LocalCopies copies;

  /// Does not look whether the store can be reached; see [S3BucketProbe].
  ///
  /// @param root `MEDIA_ROOT`, of this server alone; made where it is missing
  /// @throws IOException when its folders can't be made
  public S3MediaStore(Path root, S3Settings settings, Jdbi jdbi) throws IOException {
    var folders = new MediaFolders(root);
    var localCopies = new LocalCopies(folders);
    var usedBucket = new S3Bucket(settings);
    super(folders, new S3Files(usedBucket, localCopies), jdbi);
    this.copies = localCopies;
    this.bucket = usedBucket;
  }

  @Override
  public int deleteLocalLeftovers(Instant now) {
    return copies.deleteOld(now, table());
  }

  /// Lets go of the connection to the store.
  @Override
  public void close() {
    bucket.close();
  }
}
