package dev.photobridge.adapter.persistence.media;

import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Kept files in folders of this machine, or of one that several machines share.
record FolderFiles(MediaFolders folders) implements KeptFiles {
  @Override
  public void put(Path written, MediaObject media) throws IOException {
    if (outlivesLossOfPower(media.kind())) {
      makeDurable(written);
    }
    Files.move(written, folders.absolute(MediaPaths.of(media)), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public StoredFile file(MediaObject media) {
    return new PathFile(folders.absolute(MediaPaths.of(media)));
  }

  @Override
  public StoredFile file(FoundFile found) {
    return new PathFile(folders.absolute(found.path()));
  }

  @Override
  public List<FoundFile> startingWith(String start) throws IOException {
    Path first = folders.absolute(start);
    var found = new ArrayList<FoundFile>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(first.getParent(), first.getFileName() + "*")) {
      for (Path file : files) {
        found.add(new FoundFile(folders.relative(file), Files.size(file)));
      }
    }
    return found;
  }

  @Override
  public List<String> writtenBefore(Instant moment) throws IOException {
    try (Stream<Path> files = Files.walk(folders.root())) {
      return files.filter(file -> isOlder(file, moment)).map(folders::relative).toList();
    }
  }

  @Override
  public boolean delete(String path) throws IOException {
    return Files.deleteIfExists(folders.absolute(path));
  }

  /// A guest's photo lives for a minute, and after a loss of power nobody waits for it any more.
  private static boolean outlivesLossOfPower(MediaKind kind) {
    return switch (kind) {
      case RESULT, UPLOAD, THUMBNAIL -> true;
      case SOURCE, SHARED -> false;
    };
  }

  private static void makeDurable(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static boolean isOlder(Path file, Instant moment) {
    try {
      return Files.isRegularFile(file)
          && Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
