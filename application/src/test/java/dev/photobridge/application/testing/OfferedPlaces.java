package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.Workplaces;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Places of a node that works on nothing: whatever is started there stays until a test releases
/// it. Safe for use by many threads.
public final class OfferedPlaces implements Workplaces {
  private final Map<ProviderId, Integer> free;
  private final Instant now;
  private final List<JobClaim> started = new ArrayList<>();

  public OfferedPlaces(Map<ProviderId, Integer> free, Instant now) {
    this.free = new HashMap<>(free);
    this.now = now;
  }

  @Override
  public synchronized Map<ProviderId, Integer> free() {
    var places = new HashMap<>(free);
    places.values().removeIf(count -> count <= 0);
    return places;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public synchronized void vacated(List<JobClaim> claims) {
    claims.forEach(claim -> count(claim, 1));
  }

  @Override
  public synchronized void start(List<JobClaim> claims) {
    claims.forEach(claim -> count(claim, -1));
    started.addAll(claims);
  }

  /// All that were started, in this order.
  public synchronized List<JobClaim> started() {
    return List.copyOf(started);
  }

  /// The jobs of all that were started, in this order.
  public List<JobId> startedJobs() {
    return started().stream().map(claim -> claim.job().id()).toList();
  }

  private void count(JobClaim claim, int places) {
    free.merge(claim.job().setup().provider(), places, Integer::sum);
  }
}
