package dev.photobridge.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The checkout that this module belongs to, found from where its own tests were compiled to.
final class ProjectFolder {
  private static final Path OWN_TESTS = ownTests();
  private static final Path MODULE = moduleOf(OWN_TESTS);

  private ProjectFolder() {}

  /// The text of a file, named from the top of the checkout.
  static String read(String file) {
    try {
      return Files.readString(MODULE.resolveSibling(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The folders of compiled tests, of every module that has tests.
  ///
  /// @throws IllegalStateException when tests of a module are not compiled
  static List<Path> compiledTests() {
    Path insideModule = MODULE.relativize(OWN_TESTS);
    try (Stream<Path> modules = Files.list(MODULE.resolveSibling("."))) {
      return modules
          .filter(module -> Files.isDirectory(module.resolve("src/test/java")))
          .map(module -> compiled(module.resolve(insideModule)))
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

  private static Path ownTests() {
    try {
      var source = ProjectFolder.class.getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
