package dev.photobridge.adapter.persistence.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaRootProbeTest {
  @TempDir private Path folder;

  @Test
  void aWritableFolderWithRoomIsFineAndStaysEmpty() throws IOException {
    assertThat(new MediaRootProbe(folder, 1).problem()).isEmpty();

    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aFullDiskIsNamed() {
    assertThat(new MediaRootProbe(folder, Long.MAX_VALUE).problem())
        .get()
        .asString()
        .contains(folder.toString(), "MB left");
  }

  @Test
  void whatIsNotAFolderIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("media"));

    assertThat(new MediaRootProbe(file).problem())
        .get()
        .asString()
        .contains(file.toString(), "can't be written");
  }
}
