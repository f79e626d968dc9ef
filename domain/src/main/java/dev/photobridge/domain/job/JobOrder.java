package dev.photobridge.domain.job;

import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a job was asked to do; fixed when the photo is accepted, so that later changes of the slot
/// don't reach it.
///
/// @param id its name
/// @param slot whose ingest link the photo came to
/// @param origin how it came about
/// @param setup the slot's setup at that moment
/// @param fallback what is tried when that one fails; null where the slot names nothing
/// @param slotParallelLimit jobs of this slot that may run at once; null where only the provider's
///   limit holds
/// @param duplicateKey equal for orders that ask for the same; null where every photo gets a job of
///   its own
/// @param source the guest's photo
/// @param fields the booth's form fields and the link's query parameters, without the password
/// @param receivedAt when the request's first byte came
/// @param acceptedAt when the photo had come in whole and was found good; null in orders older than
///   this
/// @param answerBy the booth gets its answer by then, with or without a processed photo
/// @param expiresAt the job is given up then, even though the booth no longer waits
public record JobOrder(
    JobId id,
    SlotAddress slot,
    JobOrigin origin,
    SlotSetup setup,
    @Nullable SlotSetup fallback,
    @Nullable Integer slotParallelLimit,
    @Nullable DuplicateKey duplicateKey,
    MediaId source,
    Map<String, String> fields,
    Instant receivedAt,
    @Nullable Instant acceptedAt,
    Instant answerBy,
    Instant expiresAt) {
  public JobOrder {
    fields = Map.copyOf(fields);
    if (answerBy.isBefore(receivedAt) || expiresAt.isBefore(answerBy)) {
      throw new IllegalArgumentException("a job is received, then answered, then given up");
    }
  }

  /// When the photo had come in whole, where that is known.
  public Optional<Instant> accepted() {
    return Optional.ofNullable(acceptedAt);
  }

  /// What is tried when the main setup fails.
  public Optional<SlotSetup> fallbackSetup() {
    return Optional.ofNullable(fallback);
  }

  /// How many jobs of this slot may run at once, where the slot says so.
  public Optional<Integer> parallelLimit() {
    return Optional.ofNullable(slotParallelLimit);
  }

  /// What marks an order for the same result, where such orders are joined.
  public Optional<DuplicateKey> duplicate() {
    return Optional.ofNullable(duplicateKey);
  }

  /// The setup of this target.
  ///
  /// @throws IllegalStateException for a fallback that there is not
  public SlotSetup setup(JobTarget target) {
    return switch (target) {
      case MAIN -> setup;
      case FALLBACK ->
          fallbackSetup()
              .orElseThrow(() -> new IllegalStateException("job " + id + " has no fallback"));
    };
  }

  /// Whether the booth has got its answer by now, so that a result can only be fetched later.
  public boolean isLateAt(Instant now) {
    return now.isAfter(answerBy);
  }

  /// Whether an attempt that ends at this time would still be of use: before the booth's answer or,
  /// where the booth has it already, within the job's lifetime.
  public boolean allowsEndAt(Instant end, Instant now) {
    return end.isBefore(isLateAt(now) ? expiresAt : answerBy);
  }

  /// Whether the job's lifetime is over.
  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
