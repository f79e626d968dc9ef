package dev.photobridge.adapter.http.page.stats;

import dev.photobridge.adapter.http.page.PageCall;

/// What of the statistics somebody wants to see, as the page's address has it.
///
/// @param rises whether small things stand on top
record StatsChoice(StatsPeriod period, StatsColumn column, boolean rises) {
  static StatsChoice of(PageCall call) {
    StatsColumn column = StatsColumn.of(call.query("sort").orElse(""));
    boolean rises = call.query("order").map("asc"::equals).orElse(column.risesFirst());
    return new StatsChoice(StatsPeriod.of(call.query("by").orElse("")), column, rises);
  }

  /// The same over another time.
  StatsChoice over(StatsPeriod other) {
    return new StatsChoice(other, column, rises);
  }

  /// What a press on a column's head leads to.
  StatsChoice sortedBy(StatsColumn other) {
    return new StatsChoice(period, other, other == column ? !rises : other.risesFirst());
  }

  /// Its address.
  String address() {
    return "/statistics?" + query();
  }

  /// The same without the path.
  String query() {
    return "by=%s&sort=%s&order=%s".formatted(period.word(), column.word(), rises ? "asc" : "desc");
  }
}
