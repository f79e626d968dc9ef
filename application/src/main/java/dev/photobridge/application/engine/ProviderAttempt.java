package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.CallPhoto;
import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotSetup;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One attempt of a job: gather its images, call its provider, keep the result. Safe for use by
/// many threads.
public final class ProviderAttempt {
  private final ProviderCatalogue catalogue;
  private final Map<ProviderId, ImageProvider> providers;
  private final MediaStore media;
  private final CallPhotos photos;
  private final ResultKeeper results;
  private final InstantSource clock;
  private final EngineTrouble trouble;

  /// @param providers by id; one for every provider of the catalogue
  public ProviderAttempt(
      ProviderCatalogue catalogue,
      Map<ProviderId, ImageProvider> providers,
      MediaStore media,
      ResultKeeper results,
      InstantSource clock,
      EngineTrouble trouble) {
    this.catalogue = catalogue;
    this.providers = Map.copyOf(providers);
    this.media = media;
    this.photos = new CallPhotos(media);
    this.results = results;
    this.clock = clock;
    this.trouble = trouble;
  }

  /// Makes the attempt. Whatever goes wrong becomes its outcome, and what was billed until then
  /// stays known.
  AttemptOutcome run(RunningJob job) {
    Cost billed = Cost.ZERO;
    try {
      return switch (called(job.order())) {
        case ProviderOutcome.Image image -> {
          billed = image.cost();
          yield kept(job.order(), image);
        }
        case ProviderOutcome.Failed failed ->
            new AttemptOutcome.Failed(failed.failure(), failed.retryAfter());
      };
    } catch (InterruptedException _) {
      // the flag stays down: this thread's last work is to record the job's end, which needs the
      // database
      return broken(
          FailureKind.INTERRUPTED, "SERVER_STOPPED", "the server stopped during the call", billed);
    } catch (IOException | RuntimeException | Error e) {
      // errors too: a picture that needs more memory than there is must not leave its job open
      trouble.inJob(job.id(), e);
      return broken(FailureKind.INTERNAL, "INTERNAL", e.toString(), billed);
    }
  }

  private ProviderOutcome called(JobOrder order) throws InterruptedException {
    SlotSetup setup = order.setup();
    Optional<Provider> provider = catalogue.provider(setup.provider());
    Optional<Operation> operation = provider.flatMap(p -> p.operation(setup.operation()));
    ImageProvider caller = providers.get(setup.provider());
    if (provider.isEmpty() || operation.isEmpty() || caller == null) {
      return failed(
          FailureKind.REQUEST_REJECTED,
          "OPERATION_NOT_AVAILABLE",
          "the catalogue no longer has " + setup.provider() + "/" + setup.operation());
    }
    return switch (photos.of(order, operation.get())) {
      case CallPhotos.Found found ->
          caller.process(call(order, provider.get(), operation.get(), found.photos()));
      case CallPhotos.Missing missing -> failed(missing.kind(), "IMAGE_GONE", missing.detail());
    };
  }

  private ProviderCall call(
      JobOrder order, Provider provider, Operation operation, List<CallPhoto> images) {
    return new ProviderCall(
        order.id(),
        operation,
        provider.model(order.setup().settings().text("model")),
        order.setup().settings(),
        images,
        order.fields(),
        Duration.between(clock.instant(), order.expiresAt()),
        media::begin);
  }

  private AttemptOutcome kept(JobOrder order, ProviderOutcome.Image image)
      throws IOException, InterruptedException {
    try (MediaDraft draft = image.image()) {
      return results.keep(order, draft, image.cost());
    }
  }

  private static ProviderOutcome failed(FailureKind kind, String reason, String detail) {
    return new ProviderOutcome.Failed(JobFailure.of(kind, reason, detail));
  }

  private static AttemptOutcome broken(
      FailureKind kind, String reason, String detail, Cost billed) {
    return new AttemptOutcome.Failed(
        new JobFailure(kind, reason, detail, billed), Optional.empty());
  }
}
