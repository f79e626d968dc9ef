package dev.photobridge.adapter.http.page.stats;

import dev.photobridge.openapi.model.SlotStatisticsRowDto;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the table can be sorted by; equals by the slots' ids.
enum StatsColumn {
  /// The operator's name; slots without one after those with one.
  NAME,
  RUNS,
  REQUESTS,
  P95,
  ERRORS,
  PRICE,
  SPENT,
  RESET,
  ALL_TIME;

  private static final String LAST = "\uFFFF";

  /// The one of this word; the most used first where there is none.
  static StatsColumn of(String word) {
    return Arrays.stream(values())
        .filter(column -> column.word().equals(word))
        .findFirst()
        .orElse(RUNS);
  }

  /// As links and texts name it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the first press puts small things on top.
  boolean risesFirst() {
    return this == NAME;
  }

  Comparator<SlotStatisticsRowDto> order(boolean rises) {
    return (rises ? rising() : rising().reversed()).thenComparing(SlotStatisticsRowDto::slotId);
  }

  private Comparator<SlotStatisticsRowDto> rising() {
    return switch (this) {
      case NAME ->
          Comparator.comparing(
              row -> row.name().isEmpty() ? LAST : row.name().toLowerCase(Locale.ROOT));
      case RUNS -> Comparator.comparing(row -> row.sinceReset().runs());
      case REQUESTS -> Comparator.comparing(row -> row.sinceReset().requests());
      case P95 -> Comparator.comparing(row -> orLess(row.sinceReset().p95ResponseMs()));
      case ERRORS -> Comparator.comparing(row -> orLess(row.sinceReset().errorPercent()));
      case PRICE -> Comparator.comparing(row -> orLess(row.lastCost()));
      case SPENT -> Comparator.comparing(row -> row.sinceReset().cost());
      case RESET -> Comparator.comparing(SlotStatisticsRowDto::lastResetAt);
      case ALL_TIME -> Comparator.comparing(row -> row.allTime().runs());
    };
  }

  private static BigDecimal orLess(@Nullable Long number) {
    return number == null ? BigDecimal.ONE.negate() : BigDecimal.valueOf(number);
  }

  private static BigDecimal orLess(@Nullable BigDecimal number) {
    return number == null ? BigDecimal.ONE.negate() : number;
  }
}
