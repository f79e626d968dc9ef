package dev.photobridge.adapter.http.metrics;

import dev.photobridge.application.port.out.Meters;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.ProcessingOrigin;
import dev.photobridge.domain.stats.ProcessingStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;

/// Counts photos, calls, jobs and costs by provider.
public final class PrometheusMeters implements Meters {
  private static final String PROVIDER = "provider";

  /// Borders of the histograms: close where booths lose their patience.
  private static final Duration[] BORDERS =
      IntStream.of(500, 1_000, 2_000, 5_000, 10_000, 15_000, 20_000, 30_000, 40_000, 50_000, 60_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;

  PrometheusMeters(MeterRegistry registry, Collection<String> providers) {
    this.registry = registry;
    providers.forEach(this::beginAtZero);
  }

  @Override
  public void photoAnswered(ProcessingLogEntry photo) {
    String provider = photo.provider().value();
    photos(provider, photo.origin(), photo.status()).increment();
    if (photo.origin() == ProcessingOrigin.BOOTH) {
      responseTime(provider).record(photo.responseTime());
    }
  }

  @Override
  public void callEnded(ProviderId provider, ProviderOutcome outcome, Duration took) {
    calls(provider.value(), name(outcome)).increment();
    callTime(provider.value()).record(took);
  }

  @Override
  public void attemptRepeated(ProviderId provider) {
    retries(provider.value()).increment();
  }

  @Override
  public void jobEnded(ProviderId provider, JobState state) {
    jobs(provider.value(), state).increment();
  }

  @Override
  public void spent(ProviderId provider, Cost cost) {
    cost(provider.value()).increment(cost.dollars().doubleValue());
  }

  /// An alert on an increase needs to have seen what there was before.
  private void beginAtZero(String provider) {
    for (ProcessingStatus status : ProcessingStatus.values()) {
      photos(provider, ProcessingOrigin.BOOTH, status);
    }
    responseTime(provider);
    calls(provider, "delivered");
    callTime(provider);
    retries(provider);
    jobs(provider, JobState.SUCCEEDED);
    jobs(provider, JobState.FAILED);
    cost(provider);
  }

  private Counter photos(String provider, ProcessingOrigin origin, ProcessingStatus status) {
    return Counter.builder("photobridge.photos")
        .description("Photos answered")
        .tags(PROVIDER, provider, "origin", lower(origin), "outcome", lower(status))
        .register(registry);
  }

  private Timer responseTime(String provider) {
    return Timer.builder("photobridge.photo.response")
        .description("How long booths waited for their answers")
        .tags(PROVIDER, provider)
        .serviceLevelObjectives(BORDERS)
        .register(registry);
  }

  private Counter calls(String provider, String outcome) {
    return Counter.builder("photobridge.provider.calls")
        .description("Calls of providers that ended")
        .tags(PROVIDER, provider, "outcome", outcome)
        .register(registry);
  }

  private Timer callTime(String provider) {
    return Timer.builder("photobridge.provider.call")
        .description("How long calls of providers took")
        .tags(PROVIDER, provider)
        .serviceLevelObjectives(BORDERS)
        .register(registry);
  }

  private Counter retries(String provider) {
    return Counter.builder("photobridge.job.retries")
        .description("Attempts that failed and are followed by another one")
        .tags(PROVIDER, provider)
        .register(registry);
  }

  private Counter jobs(String provider, JobState state) {
    return Counter.builder("photobridge.jobs.ended")
        .description("Jobs that ended")
        .tags(PROVIDER, provider, "state", lower(state))
        .register(registry);
  }

  private Counter cost(String provider) {
    return Counter.builder("photobridge.cost.dollars")
        .description("What providers were paid, as far as is known")
        .tags(PROVIDER, provider)
        .register(registry);
  }

  private static String name(ProviderOutcome outcome) {
    return switch (outcome) {
      case ProviderOutcome.Image _ -> "delivered";
      case ProviderOutcome.Deferred _ -> "deferred";
      case ProviderOutcome.Failed failed -> lower(failed.failure().kind());
    };
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
