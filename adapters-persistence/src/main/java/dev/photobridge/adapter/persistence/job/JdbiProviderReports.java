package dev.photobridge.adapter.persistence.job;

import dev.photobridge.application.port.out.ProviderReports;
import dev.photobridge.domain.job.JobId;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Reports in table `provider_report`; they go with their jobs.
public record JdbiProviderReports(Jdbi jdbi) implements ProviderReports {
  @Override
  public void keep(JobId job, String report) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO provider_report (job_id, body)
                    SELECT id, :body FROM job
                    WHERE id = :job AND state IN ('RUNNING', 'WAITING_PROVIDER')
                    ON CONFLICT (job_id) DO UPDATE
                    SET body = excluded.body
                    """)
                .bind("job", job.value())
                // the one character that no text of the database takes
                .bind("body", report.replace("\0", ""))
                .execute());
  }

  @Override
  public Optional<String> find(JobId job) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT body FROM provider_report WHERE job_id = :job")
                .bind("job", job.value())
                .mapTo(String.class)
                .findOne());
  }
}
