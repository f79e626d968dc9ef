package dev.photobridge.benchmark.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the JVM keeps of an earlier start, so that the next one is faster.
public enum StartUpCache {
  /// Nothing.
  NONE("none", "", ""),
  /// Classes as they are in memory.
  CLASSES("class archive", "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="),
  /// Classes, linked, and what the compiler would have to learn.
  AOT("AOT cache", "-XX:AOTCacheOutput=", "-XX:AOTCache=");

  private final String title;
  private final String making;
  private final String using;

  StartUpCache(String title, String making, String using) {
    this.title = title;
    this.making = making;
    this.using = using;
  }

  /// In tables.
  public String title() {
    return title;
  }

  /// The JVM's options to start with it.
  ///
  /// @param folder where [#make] left it
  public List<String> options(Path folder) {
    return this == NONE ? List.of() : List.of(using + file(folder));
  }

  /// Makes it by a start of the server that is ended as soon as it is ready.
  ///
  /// @param server the server's own folder
  /// @param keys of the configuration
  public void make(Path folder, Path server, Map<String, String> keys)
      throws IOException, InterruptedException {
    if (this == NONE) {
      return;
    }
    Files.createDirectories(folder);
    Files.deleteIfExists(file(folder));
    PhotobridgeProcess.start(server, List.of(making + file(folder)), keys).close();
    if (!Files.exists(file(folder))) {
      throw new IllegalStateException("the JVM left no " + title);
    }
  }

  private Path file(Path folder) {
    return folder.resolve(name().toLowerCase(Locale.ROOT) + ".cache");
  }
}
