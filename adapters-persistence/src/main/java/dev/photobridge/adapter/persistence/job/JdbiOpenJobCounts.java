package dev.photobridge.adapter.persistence.job;

import dev.photobridge.application.port.out.OpenJobCounts;
import dev.photobridge.domain.job.JobState;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/// Counts in table `job`, by the index of open jobs alone. Safe for use by many threads.
public final class JdbiOpenJobCounts implements OpenJobCounts {
  private final Jdbi jdbi;

  /// Wired by the application.
  public JdbiOpenJobCounts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Map<JobState, Long> byState() {
    var counts = new EnumMap<JobState, Long>(JobState.class);
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT state, count(*) AS jobs
                    FROM job
                    WHERE finished_at IS NULL
                    GROUP BY state
                    """)
                .map((row, _) -> Map.entry(row.getString("state"), row.getLong("jobs")))
                .forEach(found -> counts.put(JobState.valueOf(found.getKey()), found.getValue())));
    return counts;
  }
}
