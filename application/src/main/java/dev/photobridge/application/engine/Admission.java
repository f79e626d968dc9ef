package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.job.StartForecast;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Tells whether a photo that comes now can be processed in time, before anything is spent on it.
/// Safe for use by many threads.
public final class Admission {
  private static final Duration WHEN_FULL = Duration.ofSeconds(5);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final JobQueue queue;
  private final ProviderTimes times;
  private final InstantSource clock;

  public Admission(JobQueue queue, ProviderTimes times, InstantSource clock) {
    this.queue = queue;
    this.times = times;
    this.clock = clock;
  }

  /// When to come again, where there is no room or a limit keeps the job from ending in time; empty
  /// where the photo may come.
  ///
  /// @param rules of the slot
  /// @param answerBy when the booth has to have its answer
  public Optional<Duration> refusal(
      Provider provider, SlotAddress slot, SlotRules rules, Instant answerBy) {
    Instant now = clock.instant();
    QueueLoad load = queue.load(provider.id(), slot, now);
    if (load.isFull()) {
      return Optional.of(WHEN_FULL);
    }
    Duration median = times.median(provider.id());
    Instant start = StartForecast.earliestStart(load, provider, rules.parallelLimit(), median, now);
    Instant end = start.plus(median);
    return end.isAfter(answerBy) ? Optional.of(retryAfter(answerBy, end)) : Optional.empty();
  }

  /// A photo that comes later by as much as this one would have been late is in time.
  private static Duration retryAfter(Instant answerBy, Instant end) {
    Duration late = Duration.between(answerBy, end);
    return late.compareTo(SHORTEST) < 0 ? SHORTEST : late;
  }
}
