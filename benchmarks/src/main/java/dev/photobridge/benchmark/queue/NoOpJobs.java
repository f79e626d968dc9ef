package dev.photobridge.benchmark.queue;

import dev.photobridge.application.engine.CostGuard;
import dev.photobridge.application.engine.EngineTrouble;
import dev.photobridge.application.engine.JobEnding;
import dev.photobridge.application.engine.JobRunner;
import dev.photobridge.application.engine.JobWaiters;
import dev.photobridge.application.engine.Patience;
import dev.photobridge.application.engine.PromptRewriting;
import dev.photobridge.application.engine.ProviderAttempt;
import dev.photobridge.application.engine.ProviderCalls;
import dev.photobridge.application.engine.ProviderTimes;
import dev.photobridge.application.engine.ResultKeeper;
import dev.photobridge.application.engine.ResultRecovery;
import dev.photobridge.application.engine.RunningClaims;
import dev.photobridge.application.engine.SharedPhotos;
import dev.photobridge.application.port.out.CostCaps;
import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.application.port.out.PhotoInspector;
import dev.photobridge.application.port.out.ProcessingLog;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.application.port.out.ProviderReports;
import dev.photobridge.application.port.out.ResultConverter;
import dev.photobridge.application.port.out.SpendingLedger;
import dev.photobridge.benchmark.media.BytesDraft;
import dev.photobridge.domain.job.RetryPolicy;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoLimits;
import dev.photobridge.domain.media.RetentionRules;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// The engine's jobs over a provider that answers at once with nothing, and photos that have no
/// bytes: all of a job that is left is the queue's.
record NoOpJobs(
    ProviderCatalogue catalogue, Runnable job, InstantSource clock, EngineTrouble trouble) {
  private static final RetentionRules RETENTION =
      new RetentionRules(Duration.ofMinutes(1), Duration.ofDays(3), Duration.ofMinutes(15));
  private static final PhotoLimits LIMITS =
      new PhotoLimits(Set.of(MediaType.JPEG), ByteSize.ofMegabytes(1), 1, 1);
  private static final PhotoInspector INSPECTOR = _ -> new PhotoInspection.Measured(NoMedia.FACTS);

  /// The provider: runs the job.
  private record NoOp(Runnable job) implements ImageProvider {
    @Override
    public ProviderId id() {
      return ProviderId.LOCAL;
    }

    @Override
    public ProviderOutcome process(ProviderCall call) {
      job.run();
      return new ProviderOutcome.Image(BytesDraft.empty(), Cost.ZERO);
    }
  }

  JobRunner runner(JobQueue queue, RunningClaims claims, JobWaiters waiters) {
    var media = new NoMedia();
    var patience = new Patience(clock, _ -> {}, trouble);
    var recovery = new ResultRecovery(media, INSPECTOR, RETENTION, clock);
    var attempt =
        new ProviderAttempt(
            calls(media),
            Map.of(ProviderId.LOCAL, new NoOp(job)),
            new CostGuard(
                unused(CostCaps.class), unused(SpendingLedger.class), clock, ZoneOffset.UTC),
            new ResultKeeper(
                media,
                INSPECTOR,
                unused(ResultConverter.class),
                LIMITS,
                RETENTION,
                clock,
                recovery,
                patience),
            recovery,
            clock,
            trouble);
    var ending =
        new JobEnding(
            queue,
            claims,
            waiters,
            media,
            unused(ProcessingLog.class),
            RETENTION,
            patience,
            trouble);
    return new JobRunner(
        attempt,
        ending,
        new ProviderTimes(),
        new RetryPolicy(1, 1, Duration.ZERO, Duration.ZERO),
        clock,
        new Random(1));
  }

  private ProviderCalls calls(NoMedia media) {
    return new ProviderCalls(
        catalogue,
        media,
        Object::toString,
        new PromptRewriting(Optional.empty(), clock, trouble),
        new SharedPhotos(media, INSPECTOR, Object::toString, clock),
        unused(ProviderReports.class),
        clock,
        ZoneOffset.UTC);
  }

  /// A port that jobs of this kind never use.
  private static <T> T unused(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) -> {
              throw new UnsupportedOperationException(method.toString());
            }));
  }
}
