package dev.photobridge.domain.slot;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a slot behaves around its setup: when the provider fails, when a photo comes twice, when
/// many come at once.
///
/// @param failureReply what the booth gets when there is no processed photo in time
/// @param fallback what is tried when the slot's setup fails and the time left allows; null:
///   nothing
/// @param joinDuplicates whether the same photo sent again gets the result of the job that runs or
///   ran for it, so that it is paid for once
/// @param maxParallelJobs jobs of this slot that run at once, at least 1; null: as many as its
///   provider allows
/// @param costCap what its calls may cost; null: whatever they cost
public record SlotRules(
    FailureReply failureReply,
    @Nullable SlotSetup fallback,
    boolean joinDuplicates,
    @Nullable Integer maxParallelJobs,
    @Nullable CostCap costCap) {
  /// The largest bound on a slot's parallel jobs that can be set.
  public static final int MAX_PARALLEL_JOBS = 100;

  /// What a slot does that says nothing else.
  public static final SlotRules DEFAULT =
      new SlotRules(new FailureReply.ErrorStatus(), null, true, null, null);

  public SlotRules {
    if (maxParallelJobs != null && (maxParallelJobs < 1 || maxParallelJobs > MAX_PARALLEL_JOBS)) {
      throw new IllegalArgumentException(
          "max_parallel_jobs must be 1 to " + MAX_PARALLEL_JOBS + ", not " + maxParallelJobs);
    }
  }

  /// What is tried when the slot's setup fails, or empty.
  public Optional<SlotSetup> fallbackSetup() {
    return Optional.ofNullable(fallback);
  }

  /// The effect the booth gets when there is no processed photo in time, or empty where it gets
  /// something else.
  public Optional<SlotSetup> localEffect() {
    return effectOf(failureReply);
  }

  /// What its calls may cost, or empty where nothing bounds them.
  public Optional<CostCap> cap() {
    return Optional.ofNullable(costCap);
  }

  /// The effect the booth gets once the cost cap is reached, or empty where it gets something else.
  public Optional<SlotSetup> capEffect() {
    return cap().map(CostCap::reply).flatMap(SlotRules::effectOf);
  }

  /// What the booth gets for photos that nothing may be paid for any more.
  public FailureReply replyBeyondCap() {
    return cap().map(CostCap::reply).orElse(failureReply);
  }

  private static Optional<SlotSetup> effectOf(FailureReply reply) {
    return switch (reply) {
      case FailureReply.LocalEffect effect -> Optional.of(effect.setup());
      case FailureReply.ErrorStatus _, FailureReply.OriginalPhoto _ -> Optional.empty();
    };
  }

  /// How many jobs of the slot may run at once, or empty where only its provider's bound holds.
  public OptionalInt parallelLimit() {
    return maxParallelJobs == null ? OptionalInt.empty() : OptionalInt.of(maxParallelJobs);
  }

  /// Every setup these rules name.
  public Stream<SlotSetup> setups() {
    return Stream.of(fallbackSetup(), localEffect(), capEffect()).flatMap(Optional::stream);
  }
}
