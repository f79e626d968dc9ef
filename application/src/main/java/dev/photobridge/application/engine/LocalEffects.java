package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.CallNotes;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes the effect that a slot's booth gets when its provider fails. It is made for the request
/// that waits and not queued: nothing may stand before it. Safe for use by many threads.
public final class LocalEffects {
  private static final Duration SHORTEST = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final ProviderAttempt attempt;
  private final MediaStore media;
  private final ProviderTimes times;
  private final InstantSource clock;
  private final Supplier<JobId> ids;

  /// @param ids makes a new id each time
  public LocalEffects(
      ProviderAttempt attempt,
      MediaStore media,
      ProviderTimes times,
      InstantSource clock,
      Supplier<JobId> ids) {
    this.attempt = attempt;
    this.media = media;
    this.times = times;
    this.clock = clock;
    this.ids = ids;
  }

  /// An effect that was made.
  public record Effect(MediaType type, StoredFile photo) {}

  /// What making one may take.
  public Duration timeNeeded() {
    Duration twice = times.median(ProviderId.LOCAL).multipliedBy(2);
    if (twice.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
  }

  /// Makes it; empty where it can't be made.
  ///
  /// @param order whose photo it is
  /// @param setup the effect
  public Optional<Effect> make(JobOrder order, SlotSetup setup) throws InterruptedException {
    Instant now = clock.instant();
    RunningJob job = QueuedJob.accepted(effectOf(order, setup)).start(now);
    return switch (attempt.run(job, new CallNotes())) {
      case AttemptOutcome.Stored stored -> {
        times.record(ProviderId.LOCAL, Duration.between(now, clock.instant()));
        yield media.find(stored.result()).map(this::effect);
      }
      case AttemptOutcome.Failed _, AttemptOutcome.Deferred _, AttemptOutcome.NotBegun _ ->
          Optional.empty();
      case AttemptOutcome.Interrupted _ -> throw new InterruptedException();
    };
  }

  private Effect effect(MediaObject photo) {
    return new Effect(photo.facts().type(), media.file(photo));
  }

  /// Under an id of its own, so that its result is not taken for the job's, which may still come;
  /// and of no use any more once the booth has its answer.
  private JobOrder effectOf(JobOrder order, SlotSetup setup) {
    return new JobOrder(
        ids.get(),
        order.slot(),
        order.origin(),
        setup,
        null,
        null,
        null,
        order.source(),
        order.fields(),
        order.receivedAt(),
        order.acceptedAt(),
        order.answerBy(),
        // nothing is done about it once the booth has its answer
        order.answerBy());
  }
}
