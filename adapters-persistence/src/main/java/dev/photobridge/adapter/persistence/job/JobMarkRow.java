package dev.photobridge.adapter.persistence.job;

import dev.photobridge.adapter.persistence.RecordRows;
import dev.photobridge.application.port.out.JobMark;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.JobTarget;
import dev.photobridge.domain.provider.Cost;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// The columns of table `job` that change while a job goes on.
public record JobMarkRow(
    UUID id,
    String account,
    String state,
    String target,
    int attempts,
    BigDecimal cost,
    @Nullable Instant finishedAt) {
  /// Two reads of small indexes: an OR of both conditions would read the whole table.
  static final String SELECT =
      """
      SELECT id, account, state, target, attempts, cost, finished_at
      FROM job
      WHERE finished_at IS NULL AND account = ANY(:accounts)
      UNION ALL
      SELECT id, account, state, target, attempts, cost, finished_at
      FROM job
      WHERE finished_at > :endedAfter AND account = ANY(:accounts)
      """;

  static final RowMapper<JobMarkRow> ROWS = RecordRows.of(JobMarkRow.class);

  JobMark toMark() {
    return new JobMark(
        new JobId(id),
        new AccountName(account),
        JobState.valueOf(state),
        JobTarget.valueOf(target),
        attempts,
        new Cost(cost.movePointRight(6).longValueExact()),
        finishedAt);
  }
}
