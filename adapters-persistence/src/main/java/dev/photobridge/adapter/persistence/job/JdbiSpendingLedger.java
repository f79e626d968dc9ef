package dev.photobridge.adapter.persistence.job;

import dev.photobridge.application.port.out.SpendingLedger;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotSpending;
import java.math.BigDecimal;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/// Sums up table `attempt`. Safe for use by many threads.
public final class JdbiSpendingLedger implements SpendingLedger {
  private final Jdbi jdbi;

  /// Wired by the application.
  public JdbiSpendingLedger(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public SlotSpending of(SlotAddress slot, Instant dayStart, Instant resetAt, Instant before) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT COALESCE(sum(a.cost) FILTER (WHERE a.ended_at >= :day), 0) AS today,
                           COALESCE(sum(a.cost) FILTER (WHERE a.ended_at >= :reset), 0) AS since_reset,
                           count(*) FILTER (WHERE a.ended_at IS NULL AND a.started_at < :before)
                             * COALESCE((array_agg(a.cost ORDER BY a.ended_at DESC)
                                         FILTER (WHERE a.outcome = 'DELIVERED'))[1], 0) AS under_way
                    FROM attempt AS a JOIN job ON job.id = a.job_id
                    WHERE job.account = :account AND job.slot_id = :slot
                      AND (a.ended_at IS NULL OR a.ended_at >= :from)
                    """)
                .bind("account", slot.account().value())
                .bind("slot", slot.id().value())
                .bind("day", dayStart)
                .bind("reset", resetAt)
                .bind("from", dayStart.isBefore(resetAt) ? dayStart : resetAt)
                .bind("before", before)
                .map(
                    (row, _) ->
                        new SlotSpending(
                            Cost.ofDollars(row.getBigDecimal("today")),
                            Cost.ofDollars(row.getBigDecimal("since_reset")),
                            Cost.ofDollars(row.getBigDecimal("under_way"))))
                .one());
  }

  @Override
  public Cost spentSince(Instant since) {
    return Cost.ofDollars(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT COALESCE(sum(cost), 0) FROM attempt WHERE ended_at >= :since")
                    .bind("since", since)
                    .mapTo(BigDecimal.class)
                    .one()));
  }
}
