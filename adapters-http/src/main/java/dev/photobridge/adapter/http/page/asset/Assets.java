package dev.photobridge.adapter.http.page.asset;

import dev.photobridge.adapter.http.site.ClassPathFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The files that pages load. Their addresses carry a hash of all of them, so that browsers may
/// keep them for ever, and modules that import each other are of one version. Safe for use by many
/// threads.
public final class Assets {
  private static final String OF_SOURCES = "sources";
  private static final Pattern NAME = Pattern.compile("[a-z]+/[a-z0-9-]+\\.[a-z]+");

  private final Function<String, Optional<Asset>> files;
  private final String version;

  private Assets(Function<String, Optional<Asset>> files, String version) {
    this.files = files;
    this.version = version;
  }

  /// The files that came with the program, each read when it is first asked for.
  public static Assets ofProgram() {
    SortedMap<String, String> paths = ProgramFiles.paths();
    var read = new ConcurrentHashMap<String, Asset>();
    return new Assets(
        name ->
            Optional.ofNullable(paths.get(name))
                .map(
                    path ->
                        read.computeIfAbsent(name, _ -> Asset.of(name, ClassPathFile.read(path)))),
        ProgramFiles.hash(paths));
  }

  /// Those of a source tree, read anew each time; for whoever writes pages.
  ///
  /// @param web the folder of styles and scripts
  public static Assets ofSources(Path web) {
    Assets program = ofProgram();
    return new Assets(
        name ->
            Optional.of(name)
                .filter(known -> NAME.matcher(known).matches())
                .map(web::resolve)
                .filter(Files::isRegularFile)
                .map(file -> Asset.of(name, bytes(file)))
                .or(() -> program.find(name)),
        OF_SOURCES);
  }

  /// Where a file is.
  ///
  /// @param name such as `css/base.css`
  public String address(String name) {
    return "/assets/" + version + "/" + name;
  }

  /// Whether browsers may keep what they get under an address of this version.
  boolean mayBeKept(String candidate) {
    return version.equals(candidate) && !version.equals(OF_SOURCES);
  }

  /// The file of this name.
  Optional<Asset> find(String name) {
    return files.apply(name);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
