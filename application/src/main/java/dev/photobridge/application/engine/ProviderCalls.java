package dev.photobridge.application.engine;

import dev.photobridge.application.engine.PromptRewriting.Rewritten;
import dev.photobridge.application.port.out.CallbackAddresses;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderReports;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.prompt.PromptFields;
import dev.photobridge.domain.prompt.PromptTask;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.Model;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.slot.OperationPrompt;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/// Makes the provider call of a job: the operation as the catalogue has it now, the images, the
/// words. Safe for use by many threads.
public final class ProviderCalls {
  /// The photo is worth more than its words.
  private static final Duration LONGEST_REWRITING = Duration.ofSeconds(6);

  private final ProviderCatalogue catalogue;
  private final MediaStore media;
  private final CallPhotos photos;
  private final CallbackAddresses callbacks;
  private final PromptRewriting prompts;
  private final SharedPhotos shared;
  private final ProviderReports reports;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param zone where the booths stand, for date and time in texts
  public ProviderCalls(
      ProviderCatalogue catalogue,
      MediaStore media,
      CallbackAddresses callbacks,
      PromptRewriting prompts,
      SharedPhotos shared,
      ProviderReports reports,
      InstantSource clock,
      ZoneId zone) {
    this.catalogue = catalogue;
    this.media = media;
    this.photos = new CallPhotos(media);
    this.callbacks = callbacks;
    this.prompts = prompts;
    this.shared = shared;
    this.reports = reports;
    this.clock = clock;
    this.zone = zone;
  }

  /// What came of it.
  sealed interface Prepared {}

  /// A call that can be made.
  ///
  /// @param spent what it cost to get it ready
  /// @param deferred what the provider accepted earlier and has to be asked about, with what it
  ///   reported since; empty where it was not called yet
  record Ready(ProviderCall call, Cost spent, Optional<DeferredCall> deferred)
      implements Prepared {}

  /// There is no such call.
  record Impossible(JobFailure failure) implements Prepared {}

  /// @param prepared is run when the photos are ready to be sent
  Prepared of(RunningJob job, Runnable prepared) throws InterruptedException {
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
      case CallPhotos.Found found -> {
        Worded worded = worded(job);
        yield new Ready(
            call(job, provider.get(), operation.get(), worded.settings(), found, prepared),
            worded.cost(),
            deferred(job));
      }
      case CallPhotos.Missing missing -> impossible(missing.kind(), "IMAGE_GONE", missing.detail());
    };
  }

  /// Settings whose prompt is as it shall be sent.
  private record Worded(SlotSettings settings, Cost cost) {}

  /// A provider that has accepted the call has its prompt.
  private Worded worded(RunningJob job) throws InterruptedException {
    SlotSettings settings = job.setup().settings();
    Optional<PromptTask> task = settings.promptTask();
    Optional<String> prompt = settings.text("prompt");
    if (task.isEmpty() || prompt.isEmpty() || job.deferredCall().isPresent()) {
      return new Worded(settings, Cost.ZERO);
    }
    Rewritten rewritten =
        prompts.of(job.id(), task.get(), prompt.get(), timeForRewriting(job.order()));
    return new Worded(settings.with("prompt", rewritten.prompt()), rewritten.cost());
  }

  private Duration timeForRewriting(JobOrder order) {
    Instant now = clock.instant();
    Instant end = order.isLateAt(now) ? order.expiresAt() : order.answerBy();
    Duration share = Duration.between(now, end).dividedBy(4);
    return share.compareTo(LONGEST_REWRITING) < 0 ? share : LONGEST_REWRITING;
  }

  private ProviderCall call(
      RunningJob job,
      Provider provider,
      Operation operation,
      SlotSettings chosen,
      CallPhotos.Found found,
      Runnable prepared) {
    JobOrder order = job.order();
    SlotSettings settings =
        chosen.filled(PromptFields.of(order.fields(), order.receivedAt(), zone));
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
        job.attempts(),
        Duration.between(clock.instant(), order.expiresAt()),
        callbacks.of(order.id()),
        media::begin,
        shared.of(order),
        prepared);
  }

  private Optional<DeferredCall> deferred(RunningJob job) {
    return job.deferredCall().map(accepted -> accepted.with(reports.find(job.id())));
  }

  /// What is owed for a call that a provider accepted, though its answer was never had.
  Cost owed(RunningJob job) {
    SlotSetup setup = job.setup();
    return job.deferredCall()
        .flatMap(_ -> catalogue.provider(setup.provider()))
        .flatMap(
            provider ->
                provider
                    .operation(setup.operation())
                    .map(operation -> price(provider, operation, setup)))
        .orElse(Cost.ZERO);
  }

  private static Cost price(Provider provider, Operation operation, SlotSetup setup) {
    return provider.prices(operation, provider.model(setup.settings().text("model"))).costOf(null);
  }

  private static Prepared impossible(FailureKind kind, String reason, String detail) {
    return new Impossible(JobFailure.of(kind, reason, detail));
  }
}
