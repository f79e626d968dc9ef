package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.ProcessingLog;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.stats.ProcessingLogEntry;
import org.jdbi.v3.core.Jdbi;

/// The processing log in table `processing_log`. Safe for use by many threads.
public final class JdbiProcessingLog implements ProcessingLog {
  private final Jdbi jdbi;

  /// Wired by the application.
  public JdbiProcessingLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void record(ProcessingLogEntry entry) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO processing_log (account, slot_id, origin, provider_id, job_id, created_at, status,
                                                response_time_ms, cost, error_message, joined)
                    VALUES (:account, :slot, :origin, :provider, :job, :createdAt, :status, :millis, :cost, :error,
                            :joined)
                    ON CONFLICT (job_id) WHERE origin = 'OPERATOR' DO NOTHING
                    """)
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
                .execute());
  }

  @Override
  public void recordLateCost(JobId job, Cost cost) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE processing_log SET cost = :cost WHERE job_id = :job AND NOT joined
                    """)
                .bind("cost", cost.dollars())
                .bind("job", job.value())
                .execute());
  }
}
