package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/// Places for parallel jobs at each provider on this node, `max_parallel_jobs` of the catalogue;
/// the queue sees to it that all nodes together keep to it too. Safe for use by many threads.
final class ProviderPlaces {
  private final Map<ProviderId, Integer> free = new HashMap<>();
  private final Set<JobClaim> placed = Collections.newSetFromMap(new IdentityHashMap<>());

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

  /// Gives this claim a place. There may be none when a job goes on that waited for its provider.
  synchronized void take(JobClaim claim) {
    placed.add(claim);
    free.merge(providerOf(claim), -1, Integer::sum);
  }

  /// Takes it back, once.
  synchronized void giveBack(JobClaim claim) {
    if (placed.remove(claim)) {
      free.merge(providerOf(claim), 1, Integer::sum);
    }
  }

  private static ProviderId providerOf(JobClaim claim) {
    return claim.job().setup().provider();
  }
}
