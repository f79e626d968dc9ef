package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.CallNotes;
import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// One attempt of a job: make its call, or ask for the answer to one, and keep the result. Safe for
/// use by many threads.
public final class ProviderAttempt {
  private final ProviderCalls calls;
  private final Map<ProviderId, ImageProvider> providers;
  private final CostGuard costs;
  private final ResultKeeper results;
  private final ResultRecovery recovery;
  private final InstantSource clock;
  private final EngineTrouble trouble;

  /// @param providers by id; one for every provider of the catalogue
  public ProviderAttempt(
      ProviderCalls calls,
      Map<ProviderId, ImageProvider> providers,
      CostGuard costs,
      ResultKeeper results,
      ResultRecovery recovery,
      InstantSource clock,
      EngineTrouble trouble) {
    this.calls = calls;
    this.providers = Map.copyOf(providers);
    this.costs = costs;
    this.results = results;
    this.recovery = recovery;
    this.clock = clock;
    this.trouble = trouble;
  }

  /// Makes the attempt. Whatever goes wrong becomes its outcome, and what was billed until then
  /// stays known.
  ///
  /// @param call takes notes of when the provider is called and answers
  AttemptOutcome run(RunningJob job, CallNotes call) {
    Cost billed = Cost.ZERO;
    boolean answered = false;
    try {
      Optional<AttemptOutcome.Stored> kept = keptEarlier(job);
      if (kept.isPresent()) {
        return kept.get();
      }
      return switch (called(job, call)) {
        case ProviderOutcome.Image image -> {
          call.answered(clock.instant());
          billed = image.cost();
          answered = true;
          yield kept(job, image);
        }
        case ProviderOutcome.Deferred deferred ->
            new AttemptOutcome.Deferred(deferred.call(), deferred.checkAfter(), deferred.cost());
        case ProviderOutcome.Failed failed ->
            new AttemptOutcome.Failed(failed.failure(), failed.retryAfter());
      };
    } catch (InterruptedException _) {
      // the flag stays down: this thread's last work is to hand the job back, which needs the
      // database
      return new AttemptOutcome.Interrupted();
    } catch (StorageUnavailableException e) {
      // a provider's call needs no storage: whatever does comes before it or after its answer
      return answered ? broken(job, e, billed) : new AttemptOutcome.NotBegun(e);
    } catch (IOException | RuntimeException | Error e) {
      // errors too: a picture that needs more memory than there is must not leave its job open
      return broken(job, e, billed);
    }
  }

  /// What an earlier attempt brought, for a job that must not be run any more.
  ///
  /// @throws StorageUnavailableException when that can't be told now
  Optional<AttemptOutcome.Stored> recover(RunningJob job) {
    try {
      return keptEarlier(job);
    } catch (StorageUnavailableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      trouble.inJob(job.id(), e);
      return Optional.empty();
    }
  }

  private AttemptOutcome broken(RunningJob job, Throwable cause, Cost billed) {
    trouble.inJob(job.id(), cause);
    if (Thread.interrupted()) {
      // what is kept already is found by whoever takes the job next
      return new AttemptOutcome.Interrupted();
    }
    return new AttemptOutcome.Failed(
        new JobFailure(FailureKind.INTERNAL, reasonOf(cause), cause.toString(), billed),
        Optional.empty());
  }

  /// Java tells a full disk by the system's text only.
  private static String reasonOf(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof IOException && String.valueOf(t.getMessage()).contains("No space left")) {
        return JobFailure.STORAGE_FULL;
      }
    }
    return "INTERNAL";
  }

  /// A worker that is gone may have kept the result and not lived to say so.
  private Optional<AttemptOutcome.Stored> keptEarlier(RunningJob job) throws IOException {
    return job.progress().lostAttempts() > 0
        ? recovery.find(job.id()).map(kept -> new AttemptOutcome.Stored(kept, Cost.ZERO, 0))
        : Optional.empty();
  }

  /// What is owed for a call that a provider accepted, though its answer was never had.
  Cost owed(RunningJob job) {
    return calls.owed(job);
  }

  private ProviderOutcome called(RunningJob job, CallNotes call) throws InterruptedException {
    Optional<JobFailure> tooDear = costs.refusal(job);
    if (tooDear.isPresent()) {
      return new ProviderOutcome.Failed(tooDear.get());
    }
    return switch (calls.of(job, () -> call.asked(clock.instant()))) {
      case ProviderCalls.Ready ready -> called(job, ready, call).billed(ready.spent());
      case ProviderCalls.Impossible impossible -> new ProviderOutcome.Failed(impossible.failure());
    };
  }

  private ProviderOutcome called(RunningJob job, ProviderCalls.Ready ready, CallNotes call)
      throws InterruptedException {
    ImageProvider provider = providers.get(job.setup().provider());
    if (provider == null) {
      return new ProviderOutcome.Failed(
          JobFailure.of(
              FailureKind.REQUEST_REJECTED,
              "PROVIDER_UNKNOWN",
              "this version has no adapter for %s, which the catalogue names"
                  .formatted(job.setup().provider())));
    }
    Optional<DeferredCall> deferred = ready.deferred();
    if (deferred.isPresent()) {
      return provider.ask(deferred.get(), ready.call());
    }
    call.asked(clock.instant());
    return provider.process(ready.call());
  }

  private AttemptOutcome kept(RunningJob job, ProviderOutcome.Image image)
      throws IOException, InterruptedException {
    try (var _ = image.image()) {
      return results.keep(job, image);
    }
  }
}
