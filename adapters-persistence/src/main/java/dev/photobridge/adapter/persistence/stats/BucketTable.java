package dev.photobridge.adapter.persistence.stats;

import dev.photobridge.adapter.persistence.Pipeline;
import dev.photobridge.domain.stats.ResponseTimes;
import dev.photobridge.domain.stats.Tally;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
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

  private static final String ADD =
      """
      UPDATE statistics_bucket AS b
      SET success = b.success + sum.success, errors = b.errors + sum.errors,
          timeouts = b.timeouts + sum.timeouts, runs = b.runs + sum.runs,
          response_millis = b.response_millis + sum.response_millis,
          cost = b.cost + sum.micro_dollars * 0.000001,
          response_times = decode(sum.response_times, 'base64')
      FROM unnest(:accounts, :slots, :spans, :starts, :providers, :success, :errors, :timeouts,
                  :runs, :responseMillis, :microDollars, :times)
        AS sum (account, slot_id, span, starts_at, provider_id, success, errors, timeouts,
                runs, response_millis, micro_dollars, response_times)
      WHERE b.account = sum.account AND b.slot_id = sum.slot_id AND b.span = sum.span
        AND b.starts_at = to_timestamp(sum.starts_at) AND b.provider_id = sum.provider_id
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
  ///
  /// @param end statements that go along with the last round trip
  static void add(Handle handle, Map<BucketKey, Tally> sums, String end) {
    List<Map.Entry<BucketKey, Tally>> rows = List.copyOf(sums.entrySet());
    List<BucketKey> keys = each(rows, Map.Entry::getKey);
    List<Tally> tallies = each(rows, Map.Entry::getValue);
    Map<BucketKey, ResponseTimes> before = locked(handle, keys);
    Function<Map.Entry<BucketKey, Tally>, ResponseTimes> times =
        row ->
            before
                .getOrDefault(row.getKey(), ResponseTimes.NONE)
                .plus(row.getValue().responseTimes());
    Query pipeline =
        bound(handle.createQuery(Pipeline.of(ADD, end)), keys)
            .bindArray("success", Long.class, each(tallies, Tally::success))
            .bindArray("errors", Long.class, each(tallies, Tally::errors))
            .bindArray("timeouts", Long.class, each(tallies, Tally::timeouts))
            .bindArray("runs", Long.class, each(tallies, Tally::runs))
            .bindArray("responseMillis", Long.class, each(tallies, Tally::responseMillis))
            .bindArray("microDollars", Long.class, each(tallies, Tally::microDollars))
            .bindArray("times", String.class, each(rows, times.andThen(BucketTable::inBase64)));
    var _ = Pipeline.run(pipeline, results -> results);
  }

  /// The driver takes no list of byte arrays.
  private static String inBase64(ResponseTimes times) {
    return Base64.getEncoder().encodeToString(StoredResponseTimes.write(times));
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

  private static <S, T> List<T> each(List<S> wholes, Function<S, T> part) {
    return wholes.stream().map(part).toList();
  }
}
