package dev.photobridge.adapter.persistence.job;

import dev.photobridge.application.port.out.JobRepository.Filter;
import dev.photobridge.domain.job.JobOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The SQL that lists jobs. It names only what is filtered by, so that an index of just that is
/// used.
///
/// @param where the condition
/// @param values of its parameters
record JobSearch(String where, Map<String, Object> values) {
  /// Further back and ahead than any photo, and within what the database takes.
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  static JobSearch of(Filter filter) {
    List<String> conditions = new ArrayList<>(List.of("account = :account"));
    Map<String, Object> values = new HashMap<>();
    values.put("account", filter.account().value());
    filter
        .slot()
        .ifPresent(
            slot -> {
              conditions.add("slot_id = :slot");
              values.put("slot", slot.value());
            });
    filter
        .state()
        .ifPresent(
            state -> {
              conditions.add(
                  state.isFinal()
                      ? "end_state = :state"
                      : "finished_at IS NULL AND state = :state");
              values.put("state", state.name());
            });
    filter
        .provider()
        .ifPresent(
            provider -> {
              conditions.add("target_provider_id = :provider");
              values.put("provider", provider.value());
            });
    filter.origin().ifPresent(origin -> conditions.add(condition(origin)));
    filter
        .receivedFrom()
        .ifPresent(
            from -> {
              conditions.add("received_at >= :from");
              values.put("from", bounded(from));
            });
    filter
        .receivedBefore()
        .ifPresent(
            before -> {
              conditions.add("received_at < :before");
              values.put("before", bounded(before));
            });
    return new JobSearch(String.join(" AND ", conditions), Map.copyOf(values));
  }

  /// Written out, as only a constant lets the planner use the index of the few that operators made.
  private static String condition(JobOrigin.Kind origin) {
    return "origin = '" + origin.name() + "'";
  }

  private static Instant bounded(Instant time) {
    if (time.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return time.isAfter(LATEST) ? LATEST : time;
  }

  /// Counts them all.
  String count() {
    return "SELECT count(*) FROM job WHERE " + where;
  }

  /// A page, the newest first. Those before it are only counted off in an index, and their rows not
  /// read.
  String page() {
    return "SELECT "
        + JobTable.COLUMNS
        + "FROM job WHERE id IN (SELECT id FROM job WHERE "
        + where
        + " ORDER BY received_at DESC, id DESC LIMIT :limit OFFSET :offset)"
        + " ORDER BY received_at DESC, id DESC";
  }
}
