import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks or repairs the format of every hand-written Java file with google-java-format. The build
/// runs it from source: `Format check|apply <root directory>`.
final class Format {

  private static final Formatter FORMATTER = new Formatter();

  private record Finding(Path file, String formatted, Optional<String> error) {}

  private Format() {}

  public static void main(String[] args) throws IOException {
    var apply = args[0].equals("apply");
    var root = Path.of(args[1]);
    var findings =
        javaFiles(root).parallelStream().map(Format::examine).flatMap(Optional::stream).toList();
    var failed = false;
    for (var finding : findings) {
      var name = root.relativize(finding.file());
      if (finding.error().isPresent()) {
        System.err.println("cannot be parsed: " + name + ": " + finding.error().get());
        failed = true;
      } else if (apply) {
        Files.writeString(finding.file(), finding.formatted());
        System.out.println("formatted: " + name);
      } else {
        System.err.println("not formatted: " + name);
        failed = true;
      }
    }
    if (failed && !apply) {
      System.err.println("Repair with: mvn -q -N validate -Dformat.mode=apply");
    }
    if (failed) {
      System.exit(1);
    }
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (var children = Files.list(root)) {
      return children
          .flatMap(
              child ->
                  Stream.of(child.resolve("src/main/java"), child.resolve("src/test/java"), child))
          .filter(dir -> dir.endsWith("java") || dir.endsWith("tools"))
          .filter(Files::isDirectory)
          .flatMap(Format::walk)
          .sorted()
          .toList();
    }
  }

  private static Stream<Path> walk(Path dir) {
    try (var files = Files.walk(dir)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Optional<Finding> examine(Path file) {
    try {
      var text = Files.readString(file);
      var formatted =
          RemoveUnusedImports.removeUnusedImports(FORMATTER.formatSourceAndFixImports(text));
      return formatted.equals(text)
          ? Optional.empty()
          : Optional.of(new Finding(file, formatted, Optional.empty()));
    } catch (FormatterException e) {
      return Optional.of(new Finding(file, "", Optional.of(e.getMessage())));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
