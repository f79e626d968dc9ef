package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.CallbackAddresses;
import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.OperationPrompt;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// One attempt of a job: gather its images, call its provider or ask it for its answer, keep the
/// result. Safe for use by many threads.
public final class ProviderAttempt {
  private final ProviderCatalogue catalogue;
  private final Map<ProviderId, ImageProvider> providers;
  private final MediaStore media;
  private final CallPhotos photos;
  private final ResultKeeper results;
  private final ResultRecovery recovery;
  private final CallbackAddresses callbacks;
  private final InstantSource clock;
  private final EngineTrouble trouble;

  /// @param providers by id; one for every provider of the catalogue
  public ProviderAttempt(
      ProviderCatalogue catalogue,
      Map<ProviderId, ImageProvider> providers,
      MediaStore media,
      ResultKeeper results,
      ResultRecovery recovery,
      CallbackAddresses callbacks,
      InstantSource clock,
      EngineTrouble trouble) {
    this.catalogue = catalogue;
    this.providers = Map.copyOf(providers);
    this.media = media;
    this.photos = new CallPhotos(media);
    this.results = results;
    this.recovery = recovery;
    this.callbacks = callbacks;
    this.clock = clock;
    this.trouble = trouble;
  }

  /// Makes the attempt. Whatever goes wrong becomes its outcome, and what was billed until then
  /// stays known.
  AttemptOutcome run(RunningJob job) {
    Cost billed = Cost.ZERO;
    boolean answered = false;
    try {
      Optional<AttemptOutcome.Stored> kept = keptEarlier(job);
      if (kept.isPresent()) {
        return kept.get();
      }
      return switch (called(job)) {
        case ProviderOutcome.Image image -> {
          billed = image.cost();
          answered = true;
          yield kept(job, image);
        }
        case ProviderOutcome.Deferred deferred ->
            new AttemptOutcome.Deferred(deferred.call(), deferred.checkAfter());
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
        new JobFailure(FailureKind.INTERNAL, "INTERNAL", cause.toString(), billed),
        Optional.empty());
  }

  /// A worker that is gone may have kept the result and not lived to say so.
  private Optional<AttemptOutcome.Stored> keptEarlier(RunningJob job) throws IOException {
    return job.progress().lostAttempts() > 0
        ? recovery.find(job.id()).map(kept -> new AttemptOutcome.Stored(kept, Cost.ZERO, 0))
        : Optional.empty();
  }

  private ProviderOutcome called(RunningJob job) throws InterruptedException {
    SlotSetup setup = job.setup();
    Optional<Provider> provider = catalogue.provider(setup.provider());
    Optional<Operation> operation = provider.flatMap(p -> p.operation(setup.operation()));
    ImageProvider caller = providers.get(setup.provider());
    if (provider.isEmpty() || operation.isEmpty() || caller == null) {
      return failed(
          FailureKind.REQUEST_REJECTED,
          "OPERATION_NOT_AVAILABLE",
          "the catalogue no longer has " + setup.provider() + "/" + setup.operation());
    }
    return switch (photos.of(job, operation.get())) {
      case CallPhotos.Found found -> {
        ProviderCall call = call(job, provider.get(), operation.get(), found);
        Optional<DeferredCall> deferred = job.deferredCall();
        yield deferred.isPresent() ? caller.ask(deferred.get(), call) : caller.process(call);
      }
      case CallPhotos.Missing missing -> failed(missing.kind(), "IMAGE_GONE", missing.detail());
    };
  }

  private ProviderCall call(
      RunningJob job, Provider provider, Operation operation, CallPhotos.Found found) {
    JobOrder order = job.order();
    SlotSettings settings = job.setup().settings().filled(order.fields());
    Optional<Model> model = provider.model(settings.text("model"));
    return new ProviderCall(
        order.id(),
        operation,
        model,
        provider.prices(operation, model),
        OperationPrompt.of(operation, settings),
        settings,
        found.photos(),
        found.guestSize(),
        Duration.between(clock.instant(), order.expiresAt()),
        callbacks.of(order.id()),
        media::begin,
        photo -> {
          throw new UnsupportedOperationException("no provider needs public photos yet");
        });
  }

  private AttemptOutcome kept(RunningJob job, ProviderOutcome.Image image)
      throws IOException, InterruptedException {
    try (var _ = image.image()) {
      return results.keep(job, image);
    }
  }

  private static ProviderOutcome failed(FailureKind kind, String reason, String detail) {
    return new ProviderOutcome.Failed(JobFailure.of(kind, reason, detail));
  }
}
