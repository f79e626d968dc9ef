package dev.photobridge.adapter.persistence.stats;

import dev.photobridge.adapter.persistence.Pipeline;
import dev.photobridge.domain.stats.ResponseTimes;
import dev.photobridge.domain.stats.Tally;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/// Writes table `statistics_bucket`. Every transaction makes the missing rows first and then locks
/// all of its rows, both in the order of their keys: so none waits for one that waits for it.
final class BucketTable {
  private static final String MAKE_MISSING =
      """
      INSERT INTO statistics_bucket (account, slot_id, span, starts_at, provider_id)
      SELECT account, slot_id, span, to_timestamp(starts_at), provider_id
      FROM unnest(:accounts, :slots, :spans, :starts, :providers)
        AS key (account, slot_id, span, starts_at, provider_id)
      ORDER BY account, slot_id, span, starts_at, provider_id
      ON CONFLICT DO NOTHING
      """;

  private static final String LOCK =
      """
      SELECT b.account, b.slot_id, b.span, b.starts_at, b.provider_id, b.response_times
      FROM unnest(:accounts, :slots, :spans, :starts, :providers)
        AS key (account, slot_id, span, starts_at, provider_id)
      JOIN statistics_bucket AS b
        ON b.account = key.account AND b.slot_id = key.slot_id AND b.span = key.span
       AND b.starts_at = to_timestamp(key.starts_at) AND b.provider_id = key.provider_id
      ORDER BY b.account, b.slot_id, b.span, b.starts_at, b.provider_id
      FOR UPDATE OF b
      """;

  private static final RowMapper<Locked> LOCKED =
      (row, _) ->
          new Locked(
              new BucketKey(
                  row.getString("account"),
                  row.getString("slot_id"),
                  BucketSpan.valueOf(row.getString("span")),
                  row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                  row.getString("provider_id")),
              StoredResponseTimes.read(row.getBytes("response_times")));

  private BucketTable() {}

  private record Locked(BucketKey key, ResponseTimes times) {}

  /// Adds to the rows of these keys, within the caller's transaction.
  static void add(Handle handle, Map<BucketKey, Tally> sums) {
    if (sums.isEmpty()) {
      return;
    }
    List<BucketKey> keys = List.copyOf(sums.keySet());
    Map<BucketKey, ResponseTimes> times = locked(handle, keys);
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE statistics_bucket
            SET success = success + :success, errors = errors + :errors,
                timeouts = timeouts + :timeouts, runs = runs + :runs,
                response_millis = response_millis + :responseMillis,
                cost = cost + :microDollars * 0.000001, response_times = :times
            WHERE account = :account AND slot_id = :slot AND span = :span
              AND starts_at = :startsAt AND provider_id = :provider
            """);
    sums.forEach(
        (key, sum) -> {
          ResponseTimes before = times.getOrDefault(key, ResponseTimes.NONE);
          batch
              .bind("success", sum.success())
              .bind("errors", sum.errors())
              .bind("timeouts", sum.timeouts())
              .bind("runs", sum.runs())
              .bind("responseMillis", sum.responseMillis())
              .bind("microDollars", sum.microDollars())
              .bind("times", StoredResponseTimes.write(before.plus(sum.responseTimes())))
              .bind("account", key.account())
              .bind("slot", key.slot())
              .bind("span", key.span().name())
              .bind("startsAt", key.startsAt())
              .bind("provider", key.provider())
              .add();
        });
    batch.execute();
  }

  private static Map<BucketKey, ResponseTimes> locked(Handle handle, List<BucketKey> keys) {
    var times = new HashMap<BucketKey, ResponseTimes>();
    Query pipeline = bound(handle.createQuery(Pipeline.of(MAKE_MISSING, LOCK)), keys);
    Pipeline.run(pipeline, results -> results.skip().next(LOCKED))
        .forEach(row -> times.put(row.key(), row.times()));
    return times;
  }

  private static <T extends SqlStatement<T>> T bound(T statement, List<BucketKey> keys) {
    return statement
        .bindArray("accounts", String.class, each(keys, BucketKey::account))
        .bindArray("slots", String.class, each(keys, BucketKey::slot))
        .bindArray("spans", String.class, each(keys, key -> key.span().name()))
        .bindArray("starts", Long.class, each(keys, key -> key.startsAt().getEpochSecond()))
        .bindArray("providers", String.class, each(keys, BucketKey::provider));
  }

  private static <T> List<T> each(List<BucketKey> keys, Function<BucketKey, T> part) {
    return keys.stream().map(part).toList();
  }
}
