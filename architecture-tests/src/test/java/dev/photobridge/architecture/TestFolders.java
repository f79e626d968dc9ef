package dev.photobridge.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Finds the compiled tests of all modules beside our own.
final class TestFolders {
  private TestFolders() {}

  /// The folders of compiled tests.
  ///
  /// @throws IllegalStateException when tests of a module are not compiled
  static List<Path> ofAllModules() {
    Path own = ownFolder();
    Path module = moduleOf(own);
    Path insideModule = module.relativize(own);
    try (Stream<Path> siblings = Files.list(module.resolveSibling("."))) {
      return siblings
          .filter(sibling -> Files.isDirectory(sibling.resolve("src/test/java")))
          .map(sibling -> compiled(sibling.resolve(insideModule)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path compiled(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          folder + " is not there: build with -am, so that the tests of all modules are compiled");
    }
    return folder;
  }

  private static Path moduleOf(Path folder) {
    return Stream.iterate(folder, Objects::nonNull, Path::getParent)
        .filter(parent -> Files.exists(parent.resolve("pom.xml")))
        .findFirst()
        .orElseThrow();
  }

  private static Path ownFolder() {
    try {
      return Path.of(TestFolders.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
