package dev.photobridge.app.server;

import dev.photobridge.adapter.http.page.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the templates, styles and scripts of pages come from: the program or, for whoever writes
/// pages, a source tree, so that a change shows after a reload.
final class PageSources {
  /// Names the folder `adapters-http/src/main`.
  private static final String PROPERTY = "photobridge.web.sources";

  private PageSources() {}

  static Templates templates() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(Path::of)
        .map(PageSources::ofSources)
        .orElseGet(Templates::ofProgram);
  }

  private static Templates ofSources(Path sources) {
    try {
      return Templates.ofSources(sources, Files.createTempDirectory("photobridge-templates"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
