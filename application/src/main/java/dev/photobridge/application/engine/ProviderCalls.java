package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.CallbackAddresses;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.prompt.PromptFields;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.slot.OperationPrompt;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/// Makes the provider call of a job: the operation as the catalogue has it now, the images, the
/// words. Safe for use by many threads.
public final class ProviderCalls {
  private final ProviderCatalogue catalogue;
  private final MediaStore media;
  private final CallPhotos photos;
  private final CallbackAddresses callbacks;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param zone where the booths stand, for date and time in texts
  public ProviderCalls(
      ProviderCatalogue catalogue,
      MediaStore media,
      CallbackAddresses callbacks,
      InstantSource clock,
      ZoneId zone) {
    this.catalogue = catalogue;
    this.media = media;
    this.photos = new CallPhotos(media);
    this.callbacks = callbacks;
    this.clock = clock;
    this.zone = zone;
  }

  /// What came of it.
  sealed interface Prepared {}

  /// A call that can be made.
  record Ready(ProviderCall call) implements Prepared {}

  /// There is no such call.
  record Impossible(JobFailure failure) implements Prepared {}

  Prepared of(RunningJob job) {
    SlotSetup setup = job.setup();
    Optional<Provider> provider = catalogue.provider(setup.provider());
    Optional<Operation> operation = provider.flatMap(p -> p.operation(setup.operation()));
    if (provider.isEmpty() || operation.isEmpty()) {
      return impossible(
          FailureKind.REQUEST_REJECTED,
          "OPERATION_NOT_AVAILABLE",
          "the catalogue no longer has " + setup.provider() + "/" + setup.operation());
    }
    return switch (photos.of(job, operation.get())) {
      case CallPhotos.Found found -> new Ready(call(job, provider.get(), operation.get(), found));
      case CallPhotos.Missing missing -> impossible(missing.kind(), "IMAGE_GONE", missing.detail());
    };
  }

  private ProviderCall call(
      RunningJob job, Provider provider, Operation operation, CallPhotos.Found found) {
    JobOrder order = job.order();
    SlotSettings settings =
        job.setup().settings().filled(PromptFields.of(order.fields(), order.receivedAt(), zone));
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

  private static Prepared impossible(FailureKind kind, String reason, String detail) {
    return new Impossible(JobFailure.of(kind, reason, detail));
  }
}
