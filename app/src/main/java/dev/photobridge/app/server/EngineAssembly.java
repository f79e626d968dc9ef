package dev.photobridge.app.server;

import dev.photobridge.app.config.Configuration;
import dev.photobridge.application.engine.Admission;
import dev.photobridge.application.engine.AwaitedJobs;
import dev.photobridge.application.engine.CostGuard;
import dev.photobridge.application.engine.EngineTrouble;
import dev.photobridge.application.engine.JobEnding;
import dev.photobridge.application.engine.JobEngine;
import dev.photobridge.application.engine.JobRunner;
import dev.photobridge.application.engine.JobWaiters;
import dev.photobridge.application.engine.LocalEffects;
import dev.photobridge.application.engine.Patience;
import dev.photobridge.application.engine.PromptRewriting;
import dev.photobridge.application.engine.ProviderAttempt;
import dev.photobridge.application.engine.ProviderCalls;
import dev.photobridge.application.engine.ProviderTimes;
import dev.photobridge.application.engine.RemoteEnds;
import dev.photobridge.application.engine.ResultKeeper;
import dev.photobridge.application.engine.ResultRecovery;
import dev.photobridge.application.engine.RunningClaims;
import dev.photobridge.application.engine.SharedPhotos;
import dev.photobridge.application.engine.WorkSignal;
import dev.photobridge.application.port.in.WakeJobUseCase;
import dev.photobridge.application.port.out.CallbackAddresses;
import dev.photobridge.application.port.out.JobNews;
import dev.photobridge.application.port.out.MediaAddresses;
import dev.photobridge.application.service.JobRecovery;
import dev.photobridge.application.service.WakeJobService;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.RetryPolicy;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoLimits;
import dev.photobridge.domain.media.RetentionRules;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/// The job engine and what leads to it.
///
/// @param engine not yet started
/// @param jobs takes jobs for requests that wait
/// @param admission tells early that a photo can't be processed in time
/// @param effects makes what booths get when providers fail
/// @param news is to hear of other nodes
/// @param recovery ends jobs that were lost
/// @param wakeJob hears that a provider has its answer
/// @param waiters knows how many booths wait
/// @param times knows how long providers took lately
/// @param claims the jobs that run here
/// @param trouble is told what goes wrong
record EngineAssembly(
    JobEngine engine,
    AwaitedJobs jobs,
    Admission admission,
    LocalEffects effects,
    JobNews news,
    JobRecovery recovery,
    WakeJobUseCase wakeJob,
    JobWaiters waiters,
    ProviderTimes times,
    RunningClaims claims,
    EngineTrouble trouble) {
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(15);
  private static final ByteSize LARGEST_RESULT = ByteSize.ofMegabytes(64);

  static EngineAssembly of(
      Configuration configuration,
      ProviderCatalogue catalogue,
      Storage storage,
      ProviderAssembly providers,
      RetentionRules retention,
      CallbackAddresses callbacks,
      MediaAddresses addresses,
      InstantSource clock) {
    EngineTrouble trouble = new LoggingEngineTrouble();
    var claims = new RunningClaims();
    var waiters = new JobWaiters();
    var signal = new WorkSignal();
    var times = new ProviderTimes();
    var remoteEnds = new RemoteEnds(storage.jobs(), waiters, signal);
    var patience = new Patience(clock, new RealPauses(), trouble);
    var recovery = new ResultRecovery(storage.media(), providers.inspector(), retention, clock);
    var results =
        new ResultKeeper(
            storage.media(),
            providers.inspector(),
            providers.converter(),
            resultLimits(configuration),
            retention,
            clock,
            recovery,
            patience);
    var attempt =
        new ProviderAttempt(
            new ProviderCalls(
                catalogue,
                storage.media(),
                callbacks,
                new PromptRewriting(providers.promptWriter(), clock, trouble),
                new SharedPhotos(storage.media(), providers.inspector(), addresses, clock),
                storage.reports(),
                clock,
                configuration.jobs().timeZone()),
            providers.byId(),
            new CostGuard(storage.caps(), storage.ledger(), clock, configuration.jobs().timeZone()),
            results,
            recovery,
            clock,
            trouble);
    var ending =
        new JobEnding(
            storage.queue(),
            claims,
            waiters,
            storage.media(),
            storage.log(),
            retention,
            patience,
            trouble);
    var runner =
        new JobRunner(attempt, ending, times, retries(configuration), clock, new SecureRandom());
    return new EngineAssembly(
        new JobEngine(
            storage.queue(), runner, catalogue, claims, signal, remoteEnds, clock, trouble),
        new AwaitedJobs(storage.queue(), storage.jobs(), waiters),
        new Admission(storage.queue(), times, clock),
        new LocalEffects(
            attempt, storage.media(), times, clock, () -> new JobId(UUID.randomUUID())),
        remoteEnds,
        new JobRecovery(storage.jobs(), storage.media(), waiters, storage.log(), clock),
        new WakeJobService(storage.queue(), storage.reports(), signal, clock),
        waiters,
        times,
        claims,
        trouble);
  }

  private static RetryPolicy retries(Configuration configuration) {
    Configuration.Jobs jobs = configuration.jobs();
    return new RetryPolicy(jobs.maxAttempts(), jobs.maxLostAttempts(), FIRST_RETRY, LONGEST_RETRY);
  }

  private static PhotoLimits resultLimits(Configuration configuration) {
    return new PhotoLimits(
        Set.of(MediaType.values()), LARGEST_RESULT, configuration.media().maxPixels(), 1);
  }
}
