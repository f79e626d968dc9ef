package dev.photobridge.adapter.persistence.stats;

import dev.photobridge.domain.stats.ResponseTimes;
import dev.photobridge.domain.stats.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/// Writes table `statistics_bucket`. Every transaction makes the missing rows first and then locks
/// all of its rows, both in the order of their keys: so none waits for one that waits for it.
final class BucketTable {
  private BucketTable() {}

  /// Adds to the rows of these keys, within the caller's transaction.
  static void add(Handle handle, Map<BucketKey, Tally> sums) {
    if (sums.isEmpty()) {
      return;
    }
    List<BucketKey> keys = List.copyOf(sums.keySet());
    makeMissing(handle, keys);
    Map<BucketKey, ResponseTimes> times = lock(handle, keys);
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

  private static void makeMissing(Handle handle, List<BucketKey> keys) {
    bound(
            handle.createUpdate(
                """
                INSERT INTO statistics_bucket (account, slot_id, span, starts_at, provider_id)
                SELECT account, slot_id, span, to_timestamp(starts_at), provider_id
                FROM unnest(:accounts, :slots, :spans, :starts, :providers)
                  AS key (account, slot_id, span, starts_at, provider_id)
                ORDER BY account, slot_id, span, starts_at, provider_id
                ON CONFLICT DO NOTHING
                """),
            keys)
        .execute();
  }

  private static Map<BucketKey, ResponseTimes> lock(Handle handle, List<BucketKey> keys) {
    return bound(
            handle.createQuery(
                """
                SELECT b.account, b.slot_id, b.span, b.starts_at, b.provider_id, b.response_times
                FROM unnest(:accounts, :slots, :spans, :starts, :providers)
                  AS key (account, slot_id, span, starts_at, provider_id)
                JOIN statistics_bucket AS b
                  ON b.account = key.account AND b.slot_id = key.slot_id AND b.span = key.span
                 AND b.starts_at = to_timestamp(key.starts_at) AND b.provider_id = key.provider_id
                ORDER BY b.account, b.slot_id, b.span, b.starts_at, b.provider_id
                FOR UPDATE OF b
                """),
            keys)
        .reduceRows(
            new HashMap<>(),
            (found, row) -> {
              var key =
                  new BucketKey(
                      row.getColumn("account", String.class),
                      row.getColumn("slot_id", String.class),
                      BucketSpan.valueOf(row.getColumn("span", String.class)),
                      row.getColumn("starts_at", Instant.class),
                      row.getColumn("provider_id", String.class));
              found.put(
                  key, StoredResponseTimes.read(row.getColumn("response_times", byte[].class)));
              return found;
            });
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
