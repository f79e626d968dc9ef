package dev.photobridge.adapter.persistence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathFileTest {
  @TempDir private Path folder;

  @Test
  void aFileIsKnownAgainUnderAnotherName() throws IOException {
    Path draft = Files.writeString(folder.resolve("draft"), "a photo");
    Object identity = new PathFile(draft).identity().orElseThrow();

    Path kept = Files.move(draft, folder.resolve("kept"));

    assertThat(new PathFile(kept).identity()).contains(identity);
    assertThatThrownBy(() -> new PathFile(draft).identity())
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void anotherFileIsNotTakenForIt() throws IOException {
    Path file = Files.writeString(folder.resolve("one"), "a photo");
    Object identity = new PathFile(file).identity().orElseThrow();
    FileTime written = Files.getLastModifiedTime(file);
    Path other = Files.writeString(folder.resolve("two"), "b photo");
    Files.setLastModifiedTime(other, written);

    assertThat(new PathFile(other).identity().orElseThrow()).isNotEqualTo(identity);
  }

  @Test
  void aFileThatWasWrittenAnewIsNotTakenForIt() throws IOException {
    Path file = Files.writeString(folder.resolve("one"), "a photo");
    Object identity = new PathFile(file).identity().orElseThrow();

    Files.writeString(file, "b photo");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));

    assertThat(new PathFile(file).identity().orElseThrow()).isNotEqualTo(identity);
  }
}
