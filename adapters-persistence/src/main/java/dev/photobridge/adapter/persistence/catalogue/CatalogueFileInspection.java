package dev.photobridge.adapter.persistence.catalogue;

import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether the next start could read the catalogue as it stands now.
public final class CatalogueFileInspection implements Inspection {
  private final Path path;
  private final Function<ProviderCatalogue, Optional<String>> problem;

  /// @param problem what else is wrong with a catalogue that could be read
  public CatalogueFileInspection(Path path, Function<ProviderCatalogue, Optional<String>> problem) {
    this.path = path;
    this.problem = problem;
  }

  @Override
  public CheckArea area() {
    return CheckArea.CATALOGUE;
  }

  @Override
  public List<Finding> findings() {
    Finding finding =
        switch (new CatalogueFile(path).read()) {
          case CatalogueReading.Loaded(var catalogue) ->
              problem.apply(catalogue).map(this::broken).orElseGet(() -> read(catalogue));
          case CatalogueReading.Invalid invalid ->
              broken(
                  invalid.problems().stream()
                      .map(CatalogueProblem::toString)
                      .collect(Collectors.joining("; ")));
        };
    return List.of(finding.with("file", path));
  }

  private Finding read(ProviderCatalogue catalogue) {
    return Finding.of(area(), FindingCode.CATALOGUE_READ)
        .with("providers", catalogue.providers().size());
  }

  private Finding broken(String detail) {
    return Finding.of(area(), FindingCode.CATALOGUE_BROKEN).detailed(detail);
  }
}
