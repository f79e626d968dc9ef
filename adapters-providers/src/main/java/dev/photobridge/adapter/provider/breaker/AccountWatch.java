package dev.photobridge.adapter.provider.breaker;

import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.ProviderCondition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Knows from a provider's answers whether our account with it can be used. A model whose quota is
/// used up is left alone as long as the provider says, but for a call a minute, as an operator may
/// have paid meanwhile; its photos fail at once. Safe for use by many threads.
final class AccountWatch {
  private static final Duration REST = Duration.ofSeconds(30);
  private static final Duration LONGEST_REST = Duration.ofSeconds(60);

  private final InstantSource clock;
  private final Map<String, Rest> rests = new ConcurrentHashMap<>();
  private volatile boolean keyRejected;

  AccountWatch(InstantSource clock) {
    this.clock = clock;
  }

  private record Rest(Instant until, JobFailure why) {}

  /// The failure of a call that need not be made; empty where it is to be made.
  Optional<ProviderOutcome> refusal(ProviderCall call) {
    return Optional.ofNullable(rests.get(model(call)))
        .filter(rest -> clock.instant().isBefore(rest.until()))
        .map(rest -> failed(rest.why(), Duration.between(clock.instant(), rest.until())));
  }

  /// Learns from the end of a call.
  void saw(ProviderCall call, ProviderOutcome outcome) {
    switch (outcome) {
      case ProviderOutcome.Failed failed -> saw(call, failed);
      case ProviderOutcome.Image _, ProviderOutcome.Deferred _ -> works(call);
    }
  }

  /// What keeps the account from being used; `AVAILABLE` where nothing does.
  ProviderCondition condition() {
    Instant now = clock.instant();
    if (keyRejected) {
      return ProviderCondition.KEY_REJECTED;
    }
    return rests.values().stream().anyMatch(rest -> now.isBefore(rest.until()))
        ? ProviderCondition.QUOTA_EXHAUSTED
        : ProviderCondition.AVAILABLE;
  }

  private void saw(ProviderCall call, ProviderOutcome.Failed failed) {
    switch (failed.failure().kind()) {
      case QUOTA_EXHAUSTED -> {
        keyRejected = false;
        Duration asked = failed.retryAfter().orElse(REST);
        Duration rest = asked.compareTo(LONGEST_REST) < 0 ? asked : LONGEST_REST;
        rests.put(model(call), new Rest(clock.instant().plus(rest), failed.failure()));
      }
      case KEY_REJECTED -> keyRejected = true;
      case REFUSED, NO_IMAGE, RATE_LIMITED -> works(call);
      case UNAVAILABLE,
          CIRCUIT_OPEN,
          COST_CAP_REACHED,
          UNUSABLE_ANSWER,
          RESULT_LOST,
          REQUEST_REJECTED,
          PHOTO_UNUSABLE,
          SLOT_IMAGE_MISSING,
          INTERRUPTED,
          INTERNAL -> {
        // says nothing about the account
      }
    }
  }

  private void works(ProviderCall call) {
    keyRejected = false;
    rests.remove(model(call));
  }

  private static ProviderOutcome failed(JobFailure why, Duration left) {
    return new ProviderOutcome.Failed(
        JobFailure.of(
            FailureKind.QUOTA_EXHAUSTED,
            why.reason(),
            "no call was made, the next one is tried in %d s; lately: %s"
                .formatted(left.plusMillis(999).toSeconds(), why.detail())),
        Optional.of(left));
  }

  private static String model(ProviderCall call) {
    return call.model().map(Model::id).orElse("");
  }
}
