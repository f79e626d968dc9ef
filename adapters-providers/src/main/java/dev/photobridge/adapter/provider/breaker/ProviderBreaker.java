package dev.photobridge.adapter.provider.breaker;

import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.provider.ProviderId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/// The circuit breaker of one provider on this node: it opens when most of the last calls could not
/// reach the provider, lets one call through after a while, and closes with the first that comes
/// back. Safe for use by many threads.
final class ProviderBreaker {
  /// Few enough that an outage is noticed after four to six calls, retries included; enough that
  /// one or two lost connections open nothing.
  private static final int CALLS_LOOKED_AT = 10;

  private static final int CALLS_AT_LEAST = 4;
  private static final int FAILURES_PERCENT = 60;
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /// A probe that is silent for so long does not keep others from trying.
  private static final Duration PROBE_PATIENCE = Duration.ofSeconds(30);

  private final CircuitBreaker breaker;
  private final InstantSource clock;
  private final BreakerLog log;
  private int turn;
  private Instant openedAt = Instant.EPOCH;
  private Instant probedAt = Instant.EPOCH;

  ProviderBreaker(ProviderId provider, InstantSource clock) {
    this.clock = clock;
    this.log = new BreakerLog(provider, PAUSE);
    this.breaker = CircuitBreaker.of(provider.value(), config(clock));
    breaker
        .getEventPublisher()
        .onStateTransition(
            event ->
                changed(
                    event.getStateTransition().getFromState(),
                    event.getStateTransition().getToState()));
  }

  private static CircuitBreakerConfig config(InstantSource clock) {
    return CircuitBreakerConfig.custom()
        .slidingWindowType(SlidingWindowType.COUNT_BASED)
        .slidingWindowSize(CALLS_LOOKED_AT)
        .minimumNumberOfCalls(CALLS_AT_LEAST)
        .failureRateThreshold(FAILURES_PERCENT)
        .waitDurationInOpenState(PAUSE)
        .permittedNumberOfCallsInHalfOpenState(1)
        .recordResult(Evidence.UNREACHABLE::equals)
        .clock(clock.withZone(ZoneOffset.UTC))
        .build();
  }

  /// Asks for a call; it may be the probe.
  synchronized Entry enter() {
    if (!breaker.tryAcquirePermission() && !takesOverProbe()) {
      return new Entry.Refused(probeIn());
    }
    if (breaker.getState() == State.HALF_OPEN) {
      probedAt = clock.instant();
    }
    return new Entry.Admitted(turn);
  }

  /// Says how an admitted call ended. A success counts whenever its call began; a failure only
  /// where nothing has changed since, as what it knows is old otherwise.
  synchronized void leave(Entry.Admitted entry, Evidence evidence) {
    boolean current = entry.turn() == turn;
    switch (evidence) {
      case REACHABLE -> {
        if (breaker.getState() == State.CLOSED) {
          record(evidence);
        } else {
          breaker.transitionToClosedState();
        }
      }
      case UNREACHABLE -> {
        if (current) {
          record(evidence);
        }
      }
      case NONE -> {
        if (current) {
          breaker.releasePermission();
        }
      }
    }
  }

  /// How the provider looks from here.
  synchronized ProviderCondition condition() {
    return switch (breaker.getState()) {
      case OPEN ->
          probeIn().isPositive() ? ProviderCondition.UNAVAILABLE : ProviderCondition.PROBING;
      case HALF_OPEN -> ProviderCondition.PROBING;
      case CLOSED, FORCED_OPEN, DISABLED, METRICS_ONLY -> ProviderCondition.AVAILABLE;
    };
  }

  private void record(Evidence evidence) {
    // how long a call takes is not judged: models differ by a minute
    breaker.onResult(0, TimeUnit.NANOSECONDS, evidence);
  }

  private boolean takesOverProbe() {
    if (breaker.getState() != State.HALF_OPEN || probeIn().isPositive()) {
      return false;
    }
    breaker.releasePermission();
    return breaker.tryAcquirePermission();
  }

  private Duration probeIn() {
    Instant next =
        breaker.getState() == State.OPEN ? openedAt.plus(PAUSE) : probedAt.plus(PROBE_PATIENCE);
    Duration left = Duration.between(clock.instant(), next);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// Called by the library within `enter` and `leave`.
  private void changed(State from, State to) {
    turn++;
    if (to == State.OPEN) {
      openedAt = clock.instant();
    }
    if (from == State.CLOSED && to == State.OPEN) {
      log.opened(openedAt);
    }
    if (to == State.CLOSED) {
      log.closed(clock.instant());
    }
  }
}
