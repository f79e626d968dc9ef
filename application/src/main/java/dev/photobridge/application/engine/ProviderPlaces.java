package dev.photobridge.application.engine;

import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import java.util.HashMap;
import java.util.Map;

/// Places for parallel jobs at each provider on this node, `max_parallel_jobs` of the catalogue;
/// the queue sees to it that all nodes together keep to it too. Safe for use by many threads.
final class ProviderPlaces {
  private final Map<ProviderId, Integer> free = new HashMap<>();

  ProviderPlaces(ProviderCatalogue catalogue) {
    for (Provider provider : catalogue.providers()) {
      free.put(provider.id(), provider.ingest().maxParallelJobs());
    }
  }

  /// Providers with free places and how many they have.
  synchronized Map<ProviderId, Integer> free() {
    var places = new HashMap<>(free);
    places.values().removeIf(count -> count <= 0);
    return places;
  }

  /// Takes a place. There may be none when a job goes on that waited for its provider.
  synchronized void take(ProviderId provider) {
    free.merge(provider, -1, Integer::sum);
  }

  /// Gives a place back.
  synchronized void giveBack(ProviderId provider) {
    free.merge(provider, 1, Integer::sum);
  }
}
