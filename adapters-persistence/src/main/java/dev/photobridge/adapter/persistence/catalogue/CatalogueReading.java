package dev.photobridge.adapter.persistence.catalogue;

import dev.photobridge.domain.provider.ProviderCatalogue;
import java.util.List;

/// What came of reading the catalogue.
public sealed interface CatalogueReading {
  /// It is whole and consistent.
  record Loaded(ProviderCatalogue catalogue) implements CatalogueReading {}

  /// It can't be used.
  ///
  /// @param problems at least one, in the file's order as far as known
  record Invalid(List<CatalogueProblem> problems) implements CatalogueReading {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }
}
