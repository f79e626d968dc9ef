package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.ImageProvider;
import dev.photobridge.application.port.out.Meters;
import dev.photobridge.application.port.out.ProviderCall;
import dev.photobridge.application.port.out.ProviderOutcome;
import dev.photobridge.domain.job.DeferredCall;
import dev.photobridge.domain.provider.ModelNotice;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// A provider whose calls are counted and timed. One that is broken off, or breaks, is not.
///
/// @param provider makes the calls
public record MeteredImageProvider(ImageProvider provider, Meters meters, InstantSource clock)
    implements ImageProvider {
  @Override
  public ProviderId id() {
    return provider.id();
  }

  @Override
  public ProviderOutcome process(ProviderCall call) throws InterruptedException {
    Instant begin = clock.instant();
    return counted(begin, provider.process(call));
  }

  @Override
  public ProviderOutcome ask(DeferredCall deferred, ProviderCall call) throws InterruptedException {
    Instant begin = clock.instant();
    return counted(begin, provider.ask(deferred, call));
  }

  @Override
  public List<ModelNotice> notices() {
    return provider.notices();
  }

  private ProviderOutcome counted(Instant begin, ProviderOutcome outcome) {
    Duration took = Duration.between(begin, clock.instant());
    meters.callEnded(id(), outcome, took.isNegative() ? Duration.ZERO : took);
    return outcome;
  }
}
