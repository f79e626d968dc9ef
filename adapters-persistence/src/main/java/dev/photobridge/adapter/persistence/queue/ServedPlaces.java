package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.Workplaces;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The places of this node, once it serves any. One turn at a time reads what is free, claims, and
/// starts what it claimed, so that no place is given twice, and none that comes free is overlooked
/// by a job that comes at that moment. Safe for use by many threads.
final class ServedPlaces {
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable Workplaces places;

  /// What jobs may be claimed for.
  ///
  /// @param free places by provider
  /// @param now when the work on what is claimed begins
  record Offer(Map<ProviderId, Integer> free, Instant now) {
    private static final Offer NOTHING = new Offer(Map.of(), Instant.EPOCH);

    boolean isNothing() {
      return free.isEmpty();
    }

    /// What is left once these are started.
    Map<ProviderId, Integer> without(Collection<? extends JobClaim> started) {
      var left = new HashMap<>(free);
      providers(started).forEach(provider -> left.merge(provider, -1, Integer::sum));
      left.values().removeIf(places -> places <= 0);
      return left;
    }
  }

  /// What came of a turn.
  ///
  /// @param claims to be started
  record Turn<R>(R result, List<? extends JobClaim> claims) {}

  void serve(Workplaces offered) {
    set(offered);
  }

  /// Offers nothing more; no turn is under way when this returns.
  void close() {
    set(null);
  }

  private void set(@Nullable Workplaces offered) {
    turn.lock();
    try {
      places = offered;
    } finally {
      turn.unlock();
    }
  }

  /// Takes a turn.
  ///
  /// @param released claims whose places are free for it
  /// @param write is offered nothing where no places are served
  <R> R take(Collection<? extends JobClaim> released, Function<Offer, Turn<R>> write) {
    turn.lock();
    try {
      Workplaces served = places;
      if (served == null) {
        return write.apply(Offer.NOTHING).result();
      }
      Turn<R> done = write.apply(new Offer(served.freeAfter(providers(released)), served.now()));
      served.vacated(List.copyOf(released));
      served.start(List.copyOf(done.claims()));
      return done.result();
    } finally {
      turn.unlock();
    }
  }

  private static List<ProviderId> providers(Collection<? extends JobClaim> claims) {
    return claims.stream().map(claim -> claim.job().setup().provider()).toList();
  }
}
