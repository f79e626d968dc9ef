package dev.photobridge.domain.provider;

import java.util.List;
import java.util.Optional;

/// All providers that slots may name (PRODUCT section 4).
public record ProviderCatalogue(List<Provider> providers) {
  public ProviderCatalogue {
    providers = List.copyOf(providers);
  }

  /// The provider of this id.
  public Optional<Provider> provider(ProviderId id) {
    return providers.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /// This catalogue with one bound of parallel jobs for every provider and no other limit, for
  /// tests and benchmarks with stand-ins for the providers.
  public ProviderCatalogue limitedTo(int parallelJobs) {
    return new ProviderCatalogue(providers.stream().map(p -> p.limitedTo(parallelJobs)).toList());
  }
}
