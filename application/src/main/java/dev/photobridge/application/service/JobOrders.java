package dev.photobridge.application.service;

import dev.photobridge.application.port.in.Stopwatch;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.RuntimeSettings;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.domain.job.AnswerTime;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.RetentionRules;
import dev.photobridge.domain.slot.SlotRules;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Makes the order of an accepted photo's job, with its times, and keeps the photo for it.
public final class JobOrders {
  /// What a worker needs to record and announce a result that came at the last moment. Never more
  /// than a hundredth of the wait, which stays well within the margin that [AnswerTime] leaves.
  private static final Duration LONGEST_GRACE = Duration.ofMillis(100);

  private final MediaStore media;
  private final RuntimeSettings settings;
  private final RetentionRules retention;
  private final Duration maxLifetime;
  private final InstantSource clock;
  private final Supplier<JobId> ids;

  /// @param maxLifetime a job is given up so long after its photo's receipt
  /// @param ids makes a new id each time
  public JobOrders(
      MediaStore media,
      RuntimeSettings settings,
      RetentionRules retention,
      Duration maxLifetime,
      InstantSource clock,
      Supplier<JobId> ids) {
    this.media = media;
    this.settings = settings;
    this.retention = retention;
    this.maxLifetime = maxLifetime;
    this.clock = clock;
    this.ids = ids;
  }

  /// How long a booth may be kept waiting, as operators have it now.
  Duration longestWait(IngestSlots.Ready slot) {
    return longestWait(slot.provider().ingest().timeout());
  }

  /// When the booth has to have its answer.
  Instant answerBy(Duration wait, Stopwatch stopwatch) {
    return receivedAt(stopwatch).plus(wait);
  }

  /// Keeps a booth's photo and makes its order.
  ///
  /// @param wait how long the booth may be kept waiting
  JobOrder order(
      IngestSlots.Ready slot,
      MediaDraft photo,
      PhotoFacts facts,
      PhotoForm form,
      Duration wait,
      Stopwatch stopwatch)
      throws IOException {
    JobId id = ids.get();
    Times times = times(receivedAt(stopwatch), wait);
    MediaId source = kept(photo, facts, id, times);
    SlotRules rules = slot.slot().rules();
    return new JobOrder(
        id,
        slot.address(),
        JobOrigin.BOOTH,
        slot.setup(),
        rules.fallback(),
        rules.maxParallelJobs(),
        form.duplicateKey(),
        source,
        form.fields(),
        times.receivedAt(),
        clock.instant(),
        times.answerBy(),
        times.expiresAt());
  }

  /// The order of an operator's job, which has the time that a booth's would have, and never joins
  /// another.
  ///
  /// @param photo a copy of its own
  /// @param providerTimeout `ingest.timeout_sec` of the provider
  /// @param receivedAt when the operator asked for it
  JobOrder order(
      OperatorJobs.Wanted wanted,
      MediaDraft photo,
      PhotoFacts facts,
      Duration providerTimeout,
      Instant receivedAt)
      throws IOException {
    JobId id = ids.get();
    Times times = times(receivedAt, longestWait(providerTimeout));
    MediaId source = kept(photo, facts, id, times);
    return new JobOrder(
        id,
        wanted.slot(),
        wanted.origin(),
        wanted.setup(),
        wanted.fallback(),
        wanted.slotParallelLimit(),
        null,
        source,
        wanted.fields(),
        times.receivedAt(),
        clock.instant(),
        times.answerBy(),
        times.expiresAt());
  }

  private record Times(Instant receivedAt, Instant answerBy, Instant expiresAt) {}

  private Times times(Instant receivedAt, Duration wait) {
    Duration lifetime = wait.compareTo(maxLifetime) > 0 ? wait : maxLifetime;
    return new Times(receivedAt, receivedAt.plus(wait), receivedAt.plus(lifetime));
  }

  private MediaId kept(MediaDraft photo, PhotoFacts facts, JobId job, Times times)
      throws IOException {
    Instant expiresAt = retention.openSourceExpiry(times.expiresAt());
    return media
        .keep(photo, new NewMedia(MediaKind.SOURCE, facts, times.receivedAt(), expiresAt, job))
        .id();
  }

  private Instant receivedAt(Stopwatch stopwatch) {
    return clock.instant().minus(stopwatch.elapsed());
  }

  private Duration longestWait(Duration providerTimeout) {
    return AnswerTime.longestWait(settings.syncTimeout(), providerTimeout);
  }

  /// How long the booth may still be kept waiting, by the clock that never jumps.
  Duration waitLeft(JobOrder order, Stopwatch stopwatch) {
    Duration wait = Duration.between(order.receivedAt(), order.answerBy());
    Duration share = wait.dividedBy(100);
    Duration grace = share.compareTo(LONGEST_GRACE) < 0 ? share : LONGEST_GRACE;
    Duration left = wait.plus(grace).minus(stopwatch.elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// Lets the photo of a job go that was not accepted after all. A booth that gets it back still
  /// has it: it goes no earlier than any guest's photo.
  void withdraw(JobOrder order) {
    try {
      media.expireAt(order.source(), retention.sourceExpiry(order.receivedAt(), clock.instant()));
    } catch (StorageUnavailableException _) {
      // it goes later then, at the time it was kept with; the booth's answer does not wait for that
    }
  }
}
