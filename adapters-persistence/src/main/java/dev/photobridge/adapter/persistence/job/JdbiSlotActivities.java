package dev.photobridge.adapter.persistence.job;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.photobridge.application.port.out.SlotActivities;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Looks at the newest rows of table `job` of each slot, by the indexes of slots and of open jobs.
/// Safe for use by many threads.
public final class JdbiSlotActivities implements SlotActivities {
  private final Jdbi jdbi;

  /// Wired by the application.
  public JdbiSlotActivities(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Map<SlotId, SlotActivity> of(AccountName account, Collection<SlotId> slots, Instant now) {
    List<String> wanted = slots.stream().map(SlotId::value).toList();
    return jdbi.withHandle(
        handle -> together(open(handle, account, wanted), ended(handle, account, wanted, now)));
  }

  private static Map<SlotId, SlotActivity> together(
      Map<SlotId, Open> open, Map<SlotId, List<Ended>> ended) {
    Set<SlotId> slots = new HashSet<>(open.keySet());
    slots.addAll(ended.keySet());
    var found = new HashMap<SlotId, SlotActivity>();
    for (SlotId slot : slots) {
      Open jobs = open.getOrDefault(slot, Open.NONE);
      List<Ended> latest = ended.getOrDefault(slot, List.of());
      found.put(
          slot,
          new SlotActivity(
              jobs.queued(),
              jobs.running(),
              latest.stream()
                  .filter(job -> !job.isRerun())
                  .limit(SlotState.LATEST)
                  .map(Ended::job)
                  .toList(),
              latest.stream().filter(Ended::isKept).findFirst().map(Ended::job)));
    }
    return found;
  }

  private static Map<SlotId, Open> open(Handle handle, AccountName account, List<String> slots) {
    return handle
        .createQuery(
            """
            SELECT slot_id, count(*) FILTER (WHERE state = 'QUEUED') AS queued,
                   count(*) FILTER (WHERE state <> 'QUEUED') AS running
            FROM job
            WHERE finished_at IS NULL AND account = :account AND slot_id = ANY (:slots)
            GROUP BY slot_id
            """)
        .bind("account", account.value())
        .bindArray("slots", String.class, slots)
        .map(
            (row, _) -> Map.entry(slot(row), new Open(row.getInt("queued"), row.getInt("running"))))
        .collect(toMap(Entry::getKey, Entry::getValue));
  }

  private static Map<SlotId, List<Ended>> ended(
      Handle handle, AccountName account, List<String> slots, Instant now) {
    return handle
        .createQuery(
            """
            SELECT ended.*, photo.id IS NOT NULL AS kept
            FROM unnest(:slots) AS wanted (slot_id)
            CROSS JOIN LATERAL (
              SELECT slot_id, id, state, origin, received_at, finished_at, failure_kind, failure_reason,
                     result_media_id
              FROM job
              WHERE account = :account AND slot_id = wanted.slot_id AND finished_at IS NOT NULL
              ORDER BY received_at DESC, id DESC
              LIMIT :latest) AS ended
            LEFT JOIN media_object AS photo
              ON photo.id = ended.result_media_id AND photo.expires_at > :now
            ORDER BY ended.slot_id, ended.received_at DESC, ended.id DESC
            """)
        .bind("account", account.value())
        .bindArray("slots", String.class, slots)
        .bind("latest", LATEST_JOBS)
        .bind("now", now)
        .map(
            (row, _) ->
                Map.entry(
                    slot(row),
                    new Ended(
                        endedJob(row),
                        row.getString("origin").equals("RERUN"),
                        row.getBoolean("kept"))))
        .collect(groupingBy(Entry::getKey, mapping(Entry::getValue, toList())));
  }

  private static SlotId slot(ResultSet row) throws SQLException {
    return new SlotId(row.getString("slot_id"));
  }

  private static EndedJob endedJob(ResultSet row) throws SQLException {
    return new EndedJob(
        new JobId(row.getObject("id", UUID.class)),
        JobState.valueOf(row.getString("state")),
        time(row, "received_at"),
        time(row, "finished_at"),
        failure(row));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Failure failure(ResultSet row) throws SQLException {
    String kind = row.getString("failure_kind");
    return kind == null
        ? null
        : new Failure(FailureKind.valueOf(kind), row.getString("failure_reason"));
  }

  /// Jobs that have not ended.
  private record Open(int queued, int running) {
    static final Open NONE = new Open(0, 0);
  }

  /// A job that has ended.
  ///
  /// @param isKept whether its processed photo is still there
  private record Ended(EndedJob job, boolean isRerun, boolean isKept) {}
}
