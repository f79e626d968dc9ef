package dev.photobridge.app.server;

import dev.photobridge.app.config.Configuration;
import dev.photobridge.application.engine.AwaitedJobs;
import dev.photobridge.application.engine.EngineTrouble;
import dev.photobridge.application.engine.JobEnding;
import dev.photobridge.application.engine.JobEngine;
import dev.photobridge.application.engine.JobRunner;
import dev.photobridge.application.engine.JobWaiters;
import dev.photobridge.application.engine.ProviderAttempt;
import dev.photobridge.application.engine.ResultKeeper;
import dev.photobridge.application.engine.WorkSignal;
import dev.photobridge.application.service.JobRecovery;
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

/// The job engine and what leads to it.
///
/// @param engine not yet started
/// @param jobs takes jobs for requests that wait
/// @param recovery ends jobs that were lost
record EngineAssembly(JobEngine engine, AwaitedJobs jobs, JobRecovery recovery) {
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(15);
  private static final ByteSize LARGEST_RESULT = ByteSize.ofMegabytes(64);

  static EngineAssembly of(
      Configuration configuration,
      ProviderCatalogue catalogue,
      Storage storage,
      ProviderAssembly providers,
      RetentionRules retention,
      InstantSource clock) {
    EngineTrouble trouble = new LoggingEngineTrouble();
    var waiters = new JobWaiters();
    var signal = new WorkSignal();
    var ending =
        new JobEnding(storage.queue(), waiters, storage.media(), storage.log(), retention, trouble);
    var results =
        new ResultKeeper(
            storage.media(),
            providers.inspector(),
            providers.converter(),
            new PhotoLimits(
                Set.of(MediaType.values()), LARGEST_RESULT, configuration.media().maxPixels(), 1),
            retention,
            clock);
    var attempt =
        new ProviderAttempt(catalogue, providers.byId(), storage.media(), results, clock, trouble);
    var runner =
        new JobRunner(
            attempt,
            ending,
            new RetryPolicy(configuration.jobs().maxAttempts(), FIRST_RETRY, LONGEST_RETRY),
            clock,
            new SecureRandom());
    return new EngineAssembly(
        new JobEngine(storage.queue(), runner, catalogue, signal, clock, trouble),
        new AwaitedJobs(storage.queue(), signal, waiters),
        new JobRecovery(storage.jobs(), storage.media(), waiters, clock));
  }
}
