package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.Meters;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers in words what was counted.
public final class RecordedMeters implements Meters {
  private final List<String> counted = new CopyOnWriteArrayList<>();

  /// What was counted, in order.
  public List<String> counted() {
    return List.copyOf(counted);
  }

  @Override
  public void photoAnswered(ProcessingLogEntry photo) {
    counted.add("photo " + photo.provider() + " " + photo.status());
  }

  @Override
  public void callEnded(ProviderId provider, ProviderOutcome outcome, Duration took) {
    counted.add("call " + provider + " " + outcome.getClass().getSimpleName() + " " + took);
  }

  @Override
  public void attemptRepeated(ProviderId provider) {
    counted.add("retry " + provider);
  }

  @Override
  public void jobEnded(ProviderId provider, JobState state) {
    counted.add("end " + provider + " " + state);
  }

  @Override
  public void spent(ProviderId provider, Cost cost) {
    counted.add("spent " + provider + " " + cost.microDollars());
  }
}
