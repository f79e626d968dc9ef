package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Images below one folder, their rows in table `media_object`.
public final class FileMediaStore implements MediaStore {
  private static final Logger LOG = LoggerFactory.getLogger("photobridge.media");
  private static final int BATCH = 500;

  private final MediaFolders folders;
  private final MediaTable table;
  private final LeftoverFiles leftovers;

  /// @param root `MEDIA_ROOT`; made where it is missing
  /// @throws IOException when its folders can't be made
  public FileMediaStore(Path root, Jdbi jdbi) throws IOException {
    this.folders = new MediaFolders(root);
    this.table = new MediaTable(jdbi);
    this.leftovers = new LeftoverFiles(folders, table);
    folders.create();
  }

  @Override
  public MediaDraft begin() throws IOException {
    Path path = folders.newDraft();
    Files.createFile(path);
    return new FileDraft(path);
  }

  @Override
  public MediaObject keep(MediaDraft draft, NewMedia media) throws IOException {
    if (!(draft instanceof FileDraft written)) {
      throw new IllegalArgumentException("a draft is kept by the store that began it");
    }
    var id = new MediaId(UUID.randomUUID());
    String relative = MediaFolders.relativePath(id, media.kind(), media.facts().type());
    Path kept = folders.absolute(relative);
    if (media.kind() != MediaKind.SOURCE) {
      // a guest's photo lives for a minute, and after a loss of power nobody waits for it any more
      makeDurable(written.path());
    }
    Files.move(written.path(), kept, StandardCopyOption.ATOMIC_MOVE);
    insertRow(id, relative, kept, media);
    return new MediaObject(id, media.kind(), media.facts(), media.createdAt(), media.expiresAt());
  }

  @Override
  public Optional<MediaObject> find(MediaId id) {
    return table.find(id);
  }

  @Override
  public StoredFile file(MediaObject media) {
    return new PathFile(
        folders.absolute(
            MediaFolders.relativePath(media.id(), media.kind(), media.facts().type())));
  }

  @Override
  public void expireAt(MediaId id, Instant expiresAt) {
    table.expireAt(id, expiresAt);
  }

  @Override
  public int deleteExpired(Instant now) {
    int deleted = 0;
    List<String> batch;
    do {
      // rows first: whatever happens then, a file without a row is found below
      batch = table.deleteExpired(now, BATCH);
      for (String path : batch) {
        deleted += deleted(folders.absolute(path)) ? 1 : 0;
      }
    } while (batch.size() == BATCH);
    return deleted + leftovers.deleteNowAndThen(now);
  }

  private void insertRow(MediaId id, String relative, Path kept, NewMedia media) {
    boolean inserted = false;
    try {
      table.insert(id, relative, media);
      inserted = true;
    } finally {
      if (!inserted) {
        deleted(kept);
      }
    }
  }

  private static void makeDurable(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static boolean deleted(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      // one file that resists must not keep the others; it is looked for again as a leftover
      LOG.warn("An image could not be deleted, trying again later: {}", e.toString());
      return false;
    }
  }
}
