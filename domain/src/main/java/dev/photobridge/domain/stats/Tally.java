package dev.photobridge.domain.stats;

import dev.photobridge.domain.provider.Cost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/// Rows of the processing log summed up. Only booths' rows are counted and timed; the cost is that
/// of all rows.
///
/// @param success photos processed in time
/// @param errors photos that were not, timeouts included
/// @param timeouts photos for which the booth's time was over
/// @param runs photos given to the provider: neither refused nor sent before
/// @param responseMillis how long the booths waited in all
/// @param microDollars what it all cost; negative only in a correction
/// @param responseTimes how long each waited
public record Tally(
    long success,
    long errors,
    long timeouts,
    long runs,
    long responseMillis,
    long microDollars,
    ResponseTimes responseTimes) {
  /// Nothing came.
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, ResponseTimes.NONE);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// What one row counts for.
  public static Tally of(ProcessingLogEntry entry) {
    long cost = entry.cost().microDollars();
    return switch (entry.origin()) {
      case OPERATOR -> ofCost(cost);
      case BOOTH ->
          new Tally(
              entry.status() == ProcessingStatus.SUCCESS ? 1 : 0,
              entry.status() == ProcessingStatus.SUCCESS ? 0 : 1,
              entry.status() == ProcessingStatus.TIMEOUT ? 1 : 0,
              entry.job().isPresent() && !entry.joined() ? 1 : 0,
              entry.responseTime().toMillis(),
              cost,
              ResponseTimes.of(entry.responseTime()));
    };
  }

  /// A cost alone.
  ///
  /// @param microDollars negative where too much was recorded before
  public static Tally ofCost(long microDollars) {
    return new Tally(0, 0, 0, 0, 0, microDollars, ResponseTimes.NONE);
  }

  /// This and the other one together.
  public Tally plus(Tally other) {
    return new Tally(
        success + other.success,
        errors + other.errors,
        timeouts + other.timeouts,
        runs + other.runs,
        responseMillis + other.responseMillis,
        microDollars + other.microDollars,
        responseTimes.plus(other.responseTimes));
  }

  /// What came since the other one was all.
  public Tally since(Tally earlier) {
    return new Tally(
        success - earlier.success,
        errors - earlier.errors,
        timeouts - earlier.timeouts,
        runs - earlier.runs,
        responseMillis - earlier.responseMillis,
        microDollars - earlier.microDollars,
        responseTimes.minus(earlier.responseTimes));
  }

  /// Photos that booths sent.
  public long requests() {
    return success + errors;
  }

  /// Whether there was nothing at all, not even a cost.
  public boolean isEmpty() {
    return requests() == 0 && microDollars == 0;
  }

  /// What it all cost; a correction that is larger than what it corrects costs nothing.
  public Cost cost() {
    return new Cost(Math.max(0, microDollars));
  }

  /// The share of errors in the requests, with one decimal; empty without requests.
  public Optional<BigDecimal> errorPercent() {
    return requests() == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(errors)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(requests()), 1, RoundingMode.HALF_UP));
  }

  /// The share of the photos processed in time, so that both shares make 100; empty without
  /// requests.
  public Optional<BigDecimal> inTimePercent() {
    return errorPercent().map(HUNDRED::subtract);
  }

  /// How long a booth waited on average, in milliseconds; empty without requests.
  public OptionalLong averageMillis() {
    return requests() == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.floorDiv(responseMillis + requests() / 2, requests()));
  }

  /// Within how many milliseconds 95 of 100 booths had their answers, to within 1/32; empty without
  /// requests.
  public OptionalLong p95Millis() {
    return responseTimes.percentile(95);
  }
}
