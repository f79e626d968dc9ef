package dev.photobridge.domain.testing;

import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Jobs that are valid: received at [#RECEIVED_AT], answered within 48 s, given up after ten
/// minutes.
public final class JobFixtures {
  public static final Instant RECEIVED_AT = Instant.parse("2026-05-01T10:00:00Z");

  private JobFixtures() {}

  /// An order for Serg's slot 1.
  public static OrderFixture anOrder() {
    return new OrderFixture(
        aJobId(1),
        SlotFixtures.FIRST,
        SlotFixtures.aSetup(),
        PhotoFixtures.aMediaId(1),
        Map.of("name", "IMG_0001.JPG"),
        RECEIVED_AT,
        Duration.ofSeconds(48),
        Duration.ofMinutes(10),
        null,
        null,
        null);
  }

  /// A job just accepted.
  public static QueuedJob aQueuedJob() {
    return QueuedJob.accepted(anOrder().build());
  }

  /// A job in its first attempt, begun a second after receipt.
  public static RunningJob aRunningJob() {
    return aQueuedJob().start(RECEIVED_AT.plusSeconds(1));
  }

  /// A failure of this kind that cost nothing.
  public static JobFailure aFailure(FailureKind kind) {
    return JobFailure.of(kind, "REASON", "what happened");
  }

  /// A job id that is the same for the same number, and sorts like it.
  public static JobId aJobId(int number) {
    return new JobId(new UUID(0x70b0_4000L, 0x8000_0000_0000_0000L + number));
  }

  /// This order, having come about differently.
  public static JobOrder ofOrigin(JobOrigin origin, JobOrder order) {
    return new JobOrder(
        order.id(),
        order.slot(),
        origin,
        order.setup(),
        order.fallback(),
        order.slotParallelLimit(),
        order.duplicateKey(),
        order.source(),
        order.fields(),
        order.receivedAt(),
        order.acceptedAt(),
        order.answerBy(),
        order.expiresAt());
  }

  /// An order in the making.
  public record OrderFixture(
      JobId id,
      SlotAddress slot,
      SlotSetup setup,
      MediaId source,
      Map<String, String> fields,
      Instant receivedAt,
      Duration answerWithin,
      Duration lifetime,
      @Nullable SlotSetup fallback,
      @Nullable Integer slotLimit,
      @Nullable DuplicateKey duplicateKey) {
    public OrderFixture {
      fields = Map.copyOf(fields);
    }

    public OrderFixture withId(JobId newId) {
      return new OrderFixture(
          newId,
          slot,
          setup,
          source,
          fields,
          receivedAt,
          answerWithin,
          lifetime,
          fallback,
          slotLimit,
          duplicateKey);
    }

    public OrderFixture withSlot(SlotAddress newSlot) {
      return new OrderFixture(
          id,
          newSlot,
          setup,
          source,
          fields,
          receivedAt,
          answerWithin,
          lifetime,
          fallback,
          slotLimit,
          duplicateKey);
    }

    public OrderFixture withSetup(SlotSetup newSetup) {
      return new OrderFixture(
          id,
          slot,
          newSetup,
          source,
          fields,
          receivedAt,
          answerWithin,
          lifetime,
          fallback,
          slotLimit,
          duplicateKey);
    }

    public OrderFixture withProvider(ProviderId provider) {
      return withSetup(new SlotSetup(provider, setup.operation(), setup.settings()));
    }

    public OrderFixture withSource(MediaId newSource) {
      return new OrderFixture(
          id,
          slot,
          setup,
          newSource,
          fields,
          receivedAt,
          answerWithin,
          lifetime,
          fallback,
          slotLimit,
          duplicateKey);
    }

    public OrderFixture withFields(Map<String, String> newFields) {
      return new OrderFixture(
          id,
          slot,
          setup,
          source,
          newFields,
          receivedAt,
          answerWithin,
          lifetime,
          fallback,
          slotLimit,
          duplicateKey);
    }

    public OrderFixture withReceivedAt(Instant newReceivedAt) {
      return new OrderFixture(
          id,
          slot,
          setup,
          source,
          fields,
          newReceivedAt,
          answerWithin,
          lifetime,
          fallback,
          slotLimit,
          duplicateKey);
    }

    public OrderFixture withAnswerWithin(Duration newAnswerWithin) {
      return new OrderFixture(
          id,
          slot,
          setup,
          source,
          fields,
          receivedAt,
          newAnswerWithin,
          lifetime,
          fallback,
          slotLimit,
          duplicateKey);
    }

    public OrderFixture withLifetime(Duration newLifetime) {
      return new OrderFixture(
          id,
          slot,
          setup,
          source,
          fields,
          receivedAt,
          answerWithin,
          newLifetime,
          fallback,
          slotLimit,
          duplicateKey);
    }

    public OrderFixture withFallback(SlotSetup newFallback) {
      return new OrderFixture(
          id,
          slot,
          setup,
          source,
          fields,
          receivedAt,
          answerWithin,
          lifetime,
          newFallback,
          slotLimit,
          duplicateKey);
    }

    public OrderFixture withSlotLimit(int newSlotLimit) {
      return new OrderFixture(
          id,
          slot,
          setup,
          source,
          fields,
          receivedAt,
          answerWithin,
          lifetime,
          fallback,
          newSlotLimit,
          duplicateKey);
    }

    public OrderFixture withDuplicateKey(DuplicateKey newDuplicateKey) {
      return new OrderFixture(
          id,
          slot,
          setup,
          source,
          fields,
          receivedAt,
          answerWithin,
          lifetime,
          fallback,
          slotLimit,
          newDuplicateKey);
    }

    public JobOrder build() {
      return new JobOrder(
          id,
          slot,
          JobOrigin.BOOTH,
          setup,
          fallback,
          slotLimit,
          duplicateKey,
          source,
          fields,
          receivedAt,
          receivedAt,
          receivedAt.plus(answerWithin),
          receivedAt.plus(lifetime));
    }
  }
}
