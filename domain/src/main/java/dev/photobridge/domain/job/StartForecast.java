package dev.photobridge.domain.job;

import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderUsage;
import dev.photobridge.domain.provider.RateWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/// Tells early that a job can't be ready in time because of a limit, so that its booth hears that
/// at once and not after the whole wait. It errs on the side of taking a job: those that run may
/// end in this moment.
public final class StartForecast {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private StartForecast() {}

  /// When a job that would be queued now could start at the earliest.
  ///
  /// @param slotLimit jobs of its slot that may run at once; empty where only the provider's limit
  ///   holds
  /// @param median how long the provider's calls took lately; zero where that is not known
  public static Instant earliestStart(
      QueueLoad load, Provider provider, OptionalInt slotLimit, Duration median, Instant now) {
    int places = provider.ingest().maxParallelJobs();
    Duration forPlace =
        median.multipliedBy(rounds(load.waitingAtProvider(), load.runningAtProvider(), places));
    Duration forSlot =
        slotLimit.isEmpty()
            ? Duration.ZERO
            : median.multipliedBy(
                rounds(load.waitingInSlot(), load.runningInSlot(), slotLimit.getAsInt()));
    Instant byRate = byRate(load, provider, now);
    Instant byPlace = now.plus(forPlace.compareTo(forSlot) > 0 ? forPlace : forSlot);
    return byRate.isAfter(byPlace) ? byRate : byPlace;
  }

  /// How often all places have to become free before it is this job's turn, the first time not
  /// counted.
  private static int rounds(int waiting, int running, int places) {
    return Math.max(0, waiting + Math.min(running, places) - places) / places;
  }

  private static Instant byRate(QueueLoad load, Provider provider, Instant now) {
    var window = new RateWindow(provider.limits());
    int allowed = window.startsAllowed(load.usage(), load.averageTokens());
    if (allowed > load.waitingAtProvider()) {
      return now;
    }
    Instant next = window.nextStart(afterWaiting(load), load.averageTokens(), now).orElse(now);
    Integer perMinute = provider.limits().requestsPerMinute();
    int behind = load.waitingAtProvider() - allowed;
    return perMinute == null ? next : next.plus(MINUTE.multipliedBy(behind / perMinute));
  }

  /// The usage once the jobs before it have begun too.
  private static ProviderUsage afterWaiting(QueueLoad load) {
    ProviderUsage usage = load.usage();
    int waiting = load.waitingAtProvider();
    return new ProviderUsage(
        usage.startedLastMinute() + waiting,
        usage.startedToday() + waiting,
        usage.tokensLastMinute() + waiting * load.averageTokens(),
        usage.oldestStartInLastMinute());
  }
}
