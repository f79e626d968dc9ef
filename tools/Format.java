import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks or repairs the format of the hand-written Java files with google-java-format. The build
/// runs it from source: `Format check|apply <root> <findings file> <path below root>`. What is
/// wrong is printed and written to the findings file, which is absent when all is well.
final class Format {

  private static final Formatter FORMATTER = new Formatter();

  private record Finding(Path file, String formatted, Optional<String> error) {}

  private Format() {}

  public static void main(String[] args) throws IOException {
    var apply = args[0].equals("apply");
    var root = Path.of(args[1]);
    var report = Path.of(args[2]);
    var only = root.resolve(args[3]).normalize();
    var complaints = new ArrayList<String>();
    for (var finding : findings(javaFiles(root, only))) {
      var name = root.relativize(finding.file());
      if (finding.error().isPresent()) {
        complaints.add("cannot be parsed: " + name + ": " + finding.error().get());
      } else if (apply) {
        Files.writeString(finding.file(), finding.formatted());
        System.out.println("formatted: " + name);
      } else {
        complaints.add("not formatted: " + name);
      }
    }
    complaints.forEach(System.out::println);
    Files.deleteIfExists(report);
    if (!complaints.isEmpty()) {
      Files.write(report, complaints);
    }
  }

  private static List<Finding> findings(List<Path> files) {
    return files.parallelStream().map(Format::examine).flatMap(Optional::stream).toList();
  }

  private static List<Path> javaFiles(Path root, Path only) throws IOException {
    try (var children = Files.list(root)) {
      return children
          .flatMap(
              child ->
                  Stream.of(child.resolve("src/main/java"), child.resolve("src/test/java"), child))
          .filter(dir -> dir.endsWith("java") || dir.endsWith("tools"))
          .filter(Files::isDirectory)
          .flatMap(Format::walk)
          .filter(file -> file.startsWith(only))
          .sorted()
          .toList();
    }
  }

  private static Stream<Path> walk(Path dir) {
    try (var files = Files.walk(dir)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
      throw new UncheckedIOException(e);
    }
  }
}
