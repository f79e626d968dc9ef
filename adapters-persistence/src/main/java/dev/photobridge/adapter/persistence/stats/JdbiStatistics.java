package dev.photobridge.adapter.persistence.stats;

import dev.photobridge.application.port.out.Statistics;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.stats.Period;
import dev.photobridge.domain.stats.PeriodTally;
import dev.photobridge.domain.stats.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/// Statistics from table `statistics_bucket`. Safe for use by many threads.
public final class JdbiStatistics implements Statistics {
  private final Jdbi jdbi;

  /// Wired by the application.
  public JdbiStatistics(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<PeriodTally> periods(Photos photos, List<Period> periods) {
    String slot = photos.slot().map(SlotId::value).orElse(BucketKey.ALL_SLOTS);
    String provider = photos.provider().orElse(null);
    return sums(photos.account(), List.of(slot), provider, periods).getOrDefault(slot, List.of());
  }

  @Override
  public SortedMap<SlotId, List<PeriodTally>> periodsBySlot(
      AccountName account, List<Period> periods) {
    List<String> slots = SlotId.all().stream().map(SlotId::value).toList();
    var bySlot = new TreeMap<SlotId, List<PeriodTally>>();
    sums(account, slots, null, periods).forEach((slot, rows) -> bySlot.put(new SlotId(slot), rows));
    return bySlot;
  }

  private Map<String, List<PeriodTally>> sums(
      AccountName account, List<String> slots, @Nullable String provider, List<Period> periods) {
    List<BucketRange> ranges = BucketRange.covering(periods);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT wanted.slot_id,
                           width_bucket(date_part('epoch', b.starts_at), :starts) AS period,
                           sum(b.success) AS success, sum(b.errors) AS errors,
                           sum(b.timeouts) AS timeouts, sum(b.runs) AS runs,
                           sum(b.response_millis) AS response_millis, sum(b.cost) AS cost,
                           string_agg(b.response_times, '') AS response_times
                    FROM unnest(:slots) AS wanted (slot_id)
                    CROSS JOIN unnest(:spans, :from, :to) AS range (span, starts_at, ends_at)
                    CROSS JOIN LATERAL (
                      SELECT * FROM statistics_bucket
                      WHERE account = :account AND slot_id = wanted.slot_id
                        AND span = range.span
                        AND starts_at >= to_timestamp(range.starts_at)
                        AND starts_at < to_timestamp(range.ends_at)
                        AND (CAST(:provider AS text) IS NULL OR provider_id = :provider)
                      OFFSET 0) AS b -- keeps the planner from reading all buckets at once
                    GROUP BY wanted.slot_id, period
                    ORDER BY wanted.slot_id, period
                    """)
                .bind("account", account.value())
                .bind("provider", provider)
                .bindArray("slots", String.class, slots)
                .bindArray("starts", Double.class, each(periods, p -> seconds(p.start())))
                .bindArray("spans", String.class, each(ranges, range -> range.span().name()))
                .bindArray("from", Long.class, each(ranges, r -> r.from().getEpochSecond()))
                .bindArray("to", Long.class, each(ranges, r -> r.to().getEpochSecond()))
                .map(
                    (row, _) ->
                        Map.entry(
                            row.getString("slot_id"),
                            new PeriodTally(
                                periods.get(row.getInt("period") - 1), TallyColumns.read(row))))
                .stream()
                .filter(entry -> !entry.getValue().tally().isEmpty())
                .collect(
                    Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  @Override
  public Totals totals(AccountName account) {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        handle ->
            new Totals(
                allTime(handle, account), untilReset(handle, account), lastCosts(handle, account)));
  }

  private static List<SlotTotal> allTime(Handle handle, AccountName account) {
    return handle
        .createQuery(
            """
            SELECT b.slot_id, b.provider_id, b.success, b.errors, b.timeouts, b.runs,
                   b.response_millis, b.cost, b.response_times
            FROM slot
            CROSS JOIN LATERAL (
              SELECT * FROM statistics_bucket
              WHERE account = slot.account AND slot_id = slot.id AND span = 'ALL'
              OFFSET 0) AS b -- as above
            WHERE slot.account = :account
            ORDER BY b.slot_id, b.provider_id
            """)
        .bind("account", account.value())
        .map(
            (row, _) ->
                new SlotTotal(
                    new SlotId(row.getString("slot_id")),
                    Optional.of(row.getString("provider_id"))
                        .filter(id -> !id.isEmpty())
                        .map(ProviderId::new),
                    TallyColumns.read(row)))
        .list();
  }

  private static Map<SlotId, Tally> untilReset(Handle handle, AccountName account) {
    return handle
        .createQuery("SELECT * FROM statistics_reset WHERE account = :account")
        .bind("account", account.value())
        .map((row, _) -> Map.entry(new SlotId(row.getString("slot_id")), TallyColumns.read(row)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<SlotId, Cost> lastCosts(Handle handle, AccountName account) {
    return handle
        .createQuery(
            """
            SELECT slot.id, run.cost
            FROM slot
            CROSS JOIN LATERAL (
              SELECT cost FROM processing_log
              WHERE account = slot.account AND slot_id = slot.id
                AND origin = 'BOOTH' AND job_id IS NOT NULL AND NOT joined
              ORDER BY created_at DESC, id DESC
              LIMIT 1) AS run
            WHERE slot.account = :account
            """)
        .bind("account", account.value())
        .map(
            (row, _) ->
                Map.entry(
                    new SlotId(row.getString("id")), Cost.ofDollars(row.getBigDecimal("cost"))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public ResetEnd reset(SlotAddress slot, Instant at) {
    return jdbi.inTransaction(handle -> reset(handle, slot, at));
  }

  private static ResetEnd reset(Handle handle, SlotAddress slot, Instant at) {
    if (!isOurTurn(handle, slot)) {
      return ResetEnd.RUNNING;
    }
    int found =
        handle
            .createUpdate(
                "UPDATE slot SET last_reset_at = :at WHERE account = :account AND id = :slot")
            .bind("at", at)
            .bind("account", slot.account().value())
            .bind("slot", slot.id().value())
            .execute();
    if (found == 0) {
      return ResetEnd.SLOT_UNKNOWN;
    }
    noteTotals(handle, slot);
    return ResetEnd.RESET;
  }

  private static boolean isOurTurn(Handle handle, SlotAddress slot) {
    return handle
        .createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
        .bind("name", "photobridge statistics_reset " + slot)
        .mapTo(Boolean.class)
        .one();
  }

  private static void noteTotals(Handle handle, SlotAddress slot) {
    handle
        .createUpdate(
            """
            INSERT INTO statistics_reset AS noted (account, slot_id, success, errors, timeouts, runs,
                                                   response_millis, cost, response_times)
            SELECT :account, :slot, COALESCE(sum(success), 0), COALESCE(sum(errors), 0),
                   COALESCE(sum(timeouts), 0), COALESCE(sum(runs), 0),
                   COALESCE(sum(response_millis), 0), COALESCE(sum(cost), 0),
                   COALESCE(string_agg(response_times, ''), '')
            FROM statistics_bucket
            WHERE account = :account AND slot_id = :slot AND span = 'ALL'
            ON CONFLICT (account, slot_id) DO UPDATE
            SET success = EXCLUDED.success, errors = EXCLUDED.errors,
                timeouts = EXCLUDED.timeouts, runs = EXCLUDED.runs,
                response_millis = EXCLUDED.response_millis, cost = EXCLUDED.cost,
                response_times = EXCLUDED.response_times
            """)
        .bind("account", slot.account().value())
        .bind("slot", slot.id().value())
        .execute();
  }

  private static double seconds(Instant moment) {
    return moment.getEpochSecond();
  }

  private static <T, R> List<R> each(List<T> items, Function<T, R> part) {
    return items.stream().map(part).toList();
  }
}
