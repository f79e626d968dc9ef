package dev.photobridge.adapter.persistence.stats;

import dev.photobridge.adapter.persistence.GroupWriter;
import dev.photobridge.adapter.persistence.Pipeline;
import dev.photobridge.adapter.persistence.RecordRows;
import dev.photobridge.adapter.persistence.StoredText;
import dev.photobridge.application.port.out.ProcessingLog;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import dev.photobridge.domain.stats.Tally;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// The processing log in table `processing_log`, with its sums in `statistics_bucket` in the same
/// transaction. What comes at the same time is written in one: all photos of a moment are in the
/// same few sums, whose rows would else be waited for. Safe for use by many threads.
public final class JdbiProcessingLog implements ProcessingLog {
  private static final RowMapper<PricedRow> PRICED = RecordRows.of(PricedRow.class);

  /// Booths wait for this commit, and the job that it tells of is on the disk already: all that a
  /// crash of the database's machine can take is the last moment's rows of the log.
  private static final String HURRIED_COMMIT =
      Pipeline.of("SET LOCAL synchronous_commit = off", Pipeline.COMMIT);

  private final Jdbi jdbi;
  private final GroupWriter<LogChange, Boolean> writer = new GroupWriter<>(this::write);

  /// Wired by the application.
  public JdbiProcessingLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /// A row whose price may change.
  ///
  /// @param cost until now
  public record PricedRow(
      long id,
      UUID jobId,
      String account,
      String slotId,
      @Nullable String providerId,
      Instant createdAt,
      BigDecimal cost) {}

  @Override
  public void record(ProcessingLogEntry entry) {
    var _ = writer.write(new LogChange.Row(entry));
  }

  @Override
  public void recordLateCost(JobId job, Cost cost) {
    var _ = writer.write(new LogChange.LateCost(job, cost));
  }

  private List<Boolean> write(List<LogChange> changes) {
    jdbi.useTransaction(
        handle -> {
          var sums = new HashMap<BucketKey, Tally>();
          insert(handle, entries(changes), sums);
          price(handle, lateCosts(changes), sums);
          if (!sums.isEmpty()) {
            BucketTable.add(handle, sums, HURRIED_COMMIT);
          }
        });
    return Collections.nCopies(changes.size(), true);
  }

  private static void insert(
      Handle handle, List<ProcessingLogEntry> entries, Map<BucketKey, Tally> sums) {
    if (entries.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO processing_log (account, slot_id, origin, provider_id, job_id, created_at, status,
                                        response_time_ms, cost, error_message, joined)
            VALUES (:account, :slot, :origin, :provider, :job, :createdAt, :status, :millis, :cost, :error,
                    :joined)
            ON CONFLICT (job_id) WHERE origin = 'OPERATOR' DO NOTHING
            """);
    for (ProcessingLogEntry entry : entries) {
      batch
          .bind("account", entry.slot().account().value())
          .bind("slot", entry.slot().id().value())
          .bind("origin", entry.origin().name())
          .bind("provider", entry.provider().value())
          .bind("job", entry.job().map(JobId::value).orElse(null))
          .bind("joined", entry.joined())
          .bind("createdAt", entry.createdAt())
          .bind("status", entry.status().name())
          .bind("millis", entry.responseTime().toMillis())
          .bind("cost", entry.cost().dollars())
          .bind("error", StoredText.ofNullable(entry.errorMessage()))
          .add();
    }
    int[] added = batch.execute();
    for (int i = 0; i < added.length; i++) {
      // none where an operator's job has its row already
      if (added[i] == 1) {
        BucketKey.spread(sums, entries.get(i));
      }
    }
  }

  private static void price(Handle handle, Map<UUID, Cost> costs, Map<BucketKey, Tally> sums) {
    if (costs.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch("UPDATE processing_log SET cost = :cost WHERE id = :id");
    for (PricedRow row : locked(handle, costs)) {
      Cost cost = costs.getOrDefault(row.jobId(), Cost.ZERO);
      long change = cost.microDollars() - Cost.ofDollars(row.cost()).microDollars();
      if (change != 0) {
        batch.bind("cost", cost.dollars()).bind("id", row.id()).add();
        BucketKey.spread(
            sums,
            row.account(),
            row.slotId(),
            row.providerId() == null ? "" : row.providerId(),
            row.createdAt(),
            Tally.ofCost(change));
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static List<PricedRow> locked(Handle handle, Map<UUID, Cost> costs) {
    return handle
        .createQuery(
            """
            SELECT id, job_id, account, slot_id, provider_id, created_at, cost
            FROM processing_log
            WHERE job_id = ANY(:jobs) AND NOT joined
            ORDER BY id
            FOR UPDATE
            """)
        .bindArray("jobs", UUID.class, List.copyOf(costs.keySet()))
        .map(PRICED)
        .list();
  }

  private static List<ProcessingLogEntry> entries(List<LogChange> changes) {
    return changes.stream()
        .flatMap(
            change -> change instanceof LogChange.Row row ? Stream.of(row.entry()) : Stream.empty())
        .toList();
  }

  /// What each job cost by the last one who said so.
  private static Map<UUID, Cost> lateCosts(List<LogChange> changes) {
    var costs = new HashMap<UUID, Cost>();
    for (LogChange change : changes) {
      if (change instanceof LogChange.LateCost late) {
        costs.put(late.job().value(), late.cost());
      }
    }
    return costs;
  }
}
