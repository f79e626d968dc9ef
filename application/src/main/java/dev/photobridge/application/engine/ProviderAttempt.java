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
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotSetup;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One attempt of a job: gather its images, call its provider, keep the result.
public final class ProviderAttempt {
  private final ProviderCatalogue catalogue;
  private final Map<ProviderId, ImageProvider> providers;
  private final MediaStore media;
  private final CallPhotos photos;
  private final ResultKeeper results;
  private final InstantSource clock;

  /// @param providers by id; one for every provider of the catalogue
  public ProviderAttempt(
      ProviderCatalogue catalogue,
      Map<ProviderId, ImageProvider> providers,
      MediaStore media,
      ResultKeeper results,
      InstantSource clock) {
    this.catalogue = catalogue;
    this.providers = Map.copyOf(providers);
    this.media = media;
    this.photos = new CallPhotos(media);
    this.results = results;
    this.clock = clock;
  }

  AttemptOutcome run(RunningJob job) throws IOException, InterruptedException {
    JobOrder order = job.order();
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
          kept(order, caller.process(call(order, provider.get(), operation.get(), found.photos())));
      case CallPhotos.Missing missing ->
          failed(missing.kind(), missing.part().toUpperCase(Locale.ROOT), missing.what());
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

  private AttemptOutcome kept(JobOrder order, ProviderOutcome outcome)
      throws IOException, InterruptedException {
    return switch (outcome) {
      case ProviderOutcome.Image image -> {
        try (MediaDraft draft = image.image()) {
          yield results.keep(order, draft, image.cost());
        }
      }
      case ProviderOutcome.Failed failed ->
          new AttemptOutcome.Failed(failed.failure(), failed.retryAfter());
    };
  }

  private static AttemptOutcome failed(FailureKind kind, String reason, String detail) {
    return new AttemptOutcome.Failed(JobFailure.of(kind, reason, detail), Optional.empty());
  }
}
