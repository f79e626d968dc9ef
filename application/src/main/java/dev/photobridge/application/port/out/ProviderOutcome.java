package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.Optional;

/// How a provider call ended.
public sealed interface ProviderOutcome {
  /// This outcome, having cost more.
  ProviderOutcome billed(Cost more);

  /// With an image.
  ///
  /// @param image what came, not yet looked at; the caller owns it now and closes it
  /// @param cost what the call cost
  /// @param tokens that the provider counted; 0 where it counts none
  record Image(MediaDraft image, Cost cost, long tokens) implements ProviderOutcome {
    /// An image of a provider that counts no tokens.
    public Image(MediaDraft image, Cost cost) {
      this(image, cost, 0);
    }

    @Override
    public Image billed(Cost more) {
      return new Image(image, cost.plus(more), tokens);
    }
  }

  /// Not yet: the provider has accepted the call and answers later.
  ///
  /// @param call what to ask it about
  /// @param checkAfter when it is worth asking
  /// @param cost what it has cost already
  record Deferred(DeferredCall call, Duration checkAfter, Cost cost) implements ProviderOutcome {
    /// A call that is billed with its answer.
    public Deferred(DeferredCall call, Duration checkAfter) {
      this(call, checkAfter, Cost.ZERO);
    }

    @Override
    public Deferred billed(Cost more) {
      return new Deferred(call, checkAfter, cost.plus(more));
    }
  }

  /// Without one; the failure's kind says whether another call may help.
  ///
  /// @param retryAfter the pause that the provider asked for, if any
  record Failed(JobFailure failure, Optional<Duration> retryAfter) implements ProviderOutcome {
    /// A failure for which the provider asked for no pause.
    public Failed(JobFailure failure) {
      this(failure, Optional.empty());
    }

    @Override
    public Failed billed(Cost more) {
      return new Failed(failure.billed(more), retryAfter);
    }
  }
}
