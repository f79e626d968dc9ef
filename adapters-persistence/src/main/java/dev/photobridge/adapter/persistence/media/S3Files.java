package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Kept files as objects of a bucket; their paths are the keys.
record S3Files(S3Bucket bucket, LocalCopies copies) implements KeptFiles {
  @Override
  public void put(Path written, MediaObject media) throws IOException {
    String path = MediaPaths.of(media);
    bucket.put(path, written, media.facts().type().mime());
    copies.take(written, path);
  }

  @Override
  public StoredFile file(MediaObject media) {
    return new S3File(bucket, copies, MediaPaths.of(media), media.facts().fileSize().bytes());
  }

  @Override
  public StoredFile file(FoundFile found) {
    return new S3File(bucket, copies, found.path(), found.size());
  }

  @Override
  public List<FoundFile> startingWith(String start) throws IOException {
    return bucket.list(start, _ -> true).stream()
        .map(object -> new FoundFile(object.key(), object.size()))
        .toList();
  }

  @Override
  public List<String> writtenBefore(Instant moment) throws IOException {
    var keys = new ArrayList<String>();
    for (MediaKind kind : MediaKind.values()) {
      // should the bucket hold anything else after all, it is left alone
      bucket
          .list(
              MediaPaths.folder(kind) + "/",
              object -> object.lastModified().isBefore(moment) && MediaPaths.isOne(object.key()))
          .stream()
          .map(S3Object::key)
          .forEach(keys::add);
    }
    return keys;
  }

  @Override
  public boolean delete(String path) throws IOException {
    copies.delete(path);
    bucket.delete(path);
    return true;
  }
}
