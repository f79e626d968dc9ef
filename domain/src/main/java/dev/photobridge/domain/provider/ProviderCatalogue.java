package dev.photobridge.domain.provider;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All providers that slots may name (PRODUCT section 4), and who writes prompts.
///
/// @param providers in the order in which operators see them
/// @param writer null where the catalogue has none
public record ProviderCatalogue(List<Provider> providers, @Nullable PromptWriting writer) {
  public ProviderCatalogue {
    providers = List.copyOf(providers);
  }

  /// A catalogue without a prompt writer.
  public ProviderCatalogue(List<Provider> providers) {
    this(providers, null);
  }

  /// Who puts prompts into better words, if anybody.
  public Optional<PromptWriting> promptWriter() {
    return Optional.ofNullable(writer);
  }

  /// The provider of this id.
  public Optional<Provider> provider(ProviderId id) {
    return providers.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /// This catalogue with one bound of parallel jobs for every provider and no other limit, for
  /// tests and benchmarks with stand-ins for the providers.
  public ProviderCatalogue limitedTo(int parallelJobs) {
    return new ProviderCatalogue(
        providers.stream().map(p -> p.limitedTo(parallelJobs)).toList(), writer);
  }
}
