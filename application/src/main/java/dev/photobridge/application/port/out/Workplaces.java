package dev.photobridge.application.port.out;

import dev.photobridge.domain.provider.ProviderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A node's places for jobs, offered to its queue. Safe for use by many threads.
public interface Workplaces {
  /// Providers with free places, and how many they have.
  Map<ProviderId, Integer> free();

  /// When the work on a job that is claimed now begins.
  Instant now();

  /// These claims need their places no more, though their workers may still be busy with what
  /// follows.
  void vacated(List<JobClaim> claims);

  /// Begins to work on these jobs; returns at once.
  void start(List<JobClaim> claims);

  /// The free places, and those that claims of these providers are just giving back.
  default Map<ProviderId, Integer> freeAfter(Iterable<ProviderId> released) {
    var places = new HashMap<>(free());
    released.forEach(provider -> places.merge(provider, 1, Integer::sum));
    return places;
  }
}
