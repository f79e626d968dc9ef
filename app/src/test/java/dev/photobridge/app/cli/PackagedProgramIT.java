package dev.photobridge.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photobridge.app.testing.ServerNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as it is packaged: what is only there for tests must not be needed.
class PackagedProgramIT {
  @TempDir private Path folder;

  @Test
  void startsAndStops() throws Exception {
    Path jar = Path.of(System.getProperty("photobridge.build"), "photobridge.jar");

    try (ServerNode node = ServerNode.packaged(jar, folder, Map.of())) {
      node.awaitReady();

      assertThat(node.stop()).isZero();
    }
  }
}
