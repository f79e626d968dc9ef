package dev.photobridge.adapter.provider.breaker;

import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.ModelNotice;
import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Another provider, left alone while it can't be reached: calls then fail at once with
/// `CIRCUIT_OPEN`, but for one every ten seconds or so that finds out whether it is back. The same
/// goes for a model whose quota is used up, see [AccountWatch].
public final class GuardedImageProvider implements ImageProvider {
  private final ImageProvider guarded;
  private final ProviderBreaker breaker;
  private final AccountWatch account;

  /// @param guarded makes the calls
  /// @param clock measures the pauses
  public GuardedImageProvider(ImageProvider guarded, InstantSource clock) {
    this.guarded = guarded;
    this.breaker = new ProviderBreaker(guarded.id(), clock);
    this.account = new AccountWatch(clock);
  }

  @Override
  public ProviderId id() {
    return guarded.id();
  }

  @Override
  public ProviderOutcome process(ProviderCall call) throws InterruptedException {
    Optional<ProviderOutcome> resting = account.refusal(call);
    return resting.isPresent()
        ? resting.get()
        : watched(call, guarded(() -> guarded.process(call)));
  }

  @Override
  public ProviderOutcome ask(DeferredCall deferred, ProviderCall call) throws InterruptedException {
    return watched(call, guarded(() -> guarded.ask(deferred, call)));
  }

  private ProviderOutcome watched(ProviderCall call, ProviderOutcome outcome) {
    account.saw(call, outcome);
    return outcome;
  }

  @Override
  public List<ModelNotice> notices() {
    return guarded.notices();
  }

  /// A call to the provider, whatever it asks.
  private interface Exchange {
    ProviderOutcome make() throws InterruptedException;
  }

  private ProviderOutcome guarded(Exchange exchange) throws InterruptedException {
    return switch (breaker.enter()) {
      case Entry.Admitted entry -> made(exchange, entry);
      case Entry.Refused(Duration probeIn) -> refused(probeIn);
    };
  }

  ProviderCondition condition() {
    ProviderCondition reach = breaker.condition();
    return reach == ProviderCondition.AVAILABLE ? account.condition() : reach;
  }

  private ProviderOutcome made(Exchange exchange, Entry.Admitted entry)
      throws InterruptedException {
    Evidence evidence = Evidence.NONE;
    try {
      ProviderOutcome outcome = exchange.make();
      evidence = Evidence.of(outcome);
      return outcome;
    } finally {
      breaker.leave(entry, evidence);
    }
  }

  private ProviderOutcome refused(Duration probeIn) {
    return new ProviderOutcome.Failed(
        JobFailure.of(
            FailureKind.CIRCUIT_OPEN,
            "CIRCUIT_OPEN",
            "%s could not be reached lately, so no call was made; the next one is tried in %d s"
                .formatted(id(), probeIn.plusMillis(999).toSeconds())),
        Optional.of(probeIn));
  }
}
