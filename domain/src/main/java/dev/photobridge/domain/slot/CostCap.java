package dev.photobridge.domain.slot;

import dev.photobridge.domain.provider.Cost;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a slot may cost, and what the booth gets from then on (PRODUCT, "cost under control").
///
/// @param perDay what its calls may cost on one calendar day; null: no bound
/// @param total what its calls may cost since its statistics were last reset; null: no bound
/// @param reply what the booth gets for photos beyond it
public record CostCap(@Nullable Cost perDay, @Nullable Cost total, FailureReply reply) {
  public CostCap {
    if (perDay == null && total == null) {
      throw new IllegalArgumentException("a cost cap bounds the day, the total, or both");
    }
  }

  /// The words that say which bound of this cap is reached; empty while a further call may be made.
  public Optional<String> reachedBy(SlotSpending spending) {
    return reached(perDay, spending.today(), spending.underWay())
        .map(words -> "this slot has cost " + words + " it may cost a day")
        .or(
            () ->
                reached(total, spending.sinceReset(), spending.underWay())
                    .map(
                        words ->
                            "this slot has cost "
                                + words
                                + " it may cost until its statistics are reset"));
  }

  private static Optional<String> reached(@Nullable Cost bound, Cost spent, Cost underWay) {
    return bound == null || spent.plus(underWay).microDollars() < bound.microDollars()
        ? Optional.empty()
        : Optional.of(inWords(spent, bound));
  }

  /// Such as "$4.98 of the $5.00".
  public static String inWords(Cost spent, Cost bound) {
    return String.format(Locale.ROOT, "$%.2f of the $%.2f", spent.dollars(), bound.dollars());
  }
}
