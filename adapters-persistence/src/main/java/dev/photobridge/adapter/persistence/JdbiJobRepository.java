package dev.photobridge.adapter.persistence;

import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.slot.SlotId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/// The jobs in table `job`. Safe for use by many threads.
public final class JdbiJobRepository implements JobRepository {
  private static final String COLUMNS =
      """
      id, account, slot_id, provider_id, operation_id, settings_json, source_media_id, fields,
      received_at, answer_by, expires_at, state, attempts, cost, not_before, started_at,
      finished_at, result_media_id, failure_kind, failure_reason, failure_detail
      """;
  private static final String FILTER =
      """
      WHERE account = :account
        AND (CAST(:slot AS text) IS NULL OR slot_id = :slot)
        AND (CAST(:state AS text) IS NULL OR state = :state)
      """;
  private static final RowMapper<JobRow> ROWS = ConstructorMapper.of(JobRow.class);

  private final Jdbi jdbi;

  /// Wired by the application.
  public JdbiJobRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void insert(QueuedJob job) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO job (id, account, slot_id, provider_id, operation_id,
                                     settings_json, source_media_id, fields,
                                     received_at, answer_by, expires_at,
                                     state, attempts, cost, not_before)
                    VALUES (:id, :account, :slotId, :providerId, :operationId,
                            CAST(:settingsJson AS jsonb), :sourceMediaId, CAST(:fields AS jsonb),
                            :receivedAt, :answerBy, :expiresAt,
                            :state, :attempts, :cost, :notBefore)
                    """)
                .bindMethods(JobRow.of(job))
                .execute());
  }

  @Override
  public void update(Job job) {
    int updated =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE job
                        SET state = :state, attempts = :attempts, cost = :cost, not_before = :notBefore,
                            started_at = COALESCE(:startedAt, started_at),
                            finished_at = :finishedAt,
                            result_media_id = :end.resultMediaId,
                            failure_kind = :end.failureKind, failure_reason = :end.failureReason,
                            failure_detail = :end.failureDetail
                        WHERE id = :id
                        """)
                    .bindMethods(JobRow.of(job))
                    .execute());
    if (updated == 0) {
      throw new IllegalStateException("job " + job.id() + " was never recorded");
    }
  }

  @Override
  public Optional<Job> find(JobId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + "FROM job WHERE id = :id")
                .bind("id", id.value())
                .map(ROWS)
                .findOne()
                .map(JobRow::toJob));
  }

  @Override
  public Page<Job> list(Filter filter, int page, int pageSize) {
    return jdbi.withHandle(
        handle -> {
          long total =
              filtered(handle.createQuery("SELECT count(*) FROM job " + FILTER), filter)
                  .mapTo(Long.class)
                  .one();
          List<Job> items =
              filtered(
                      handle.createQuery(
                          "SELECT "
                              + COLUMNS
                              + "FROM job "
                              + FILTER
                              + "ORDER BY received_at DESC, id DESC LIMIT :limit OFFSET :offset"),
                      filter)
                  .bind("limit", pageSize)
                  .bind("offset", (page - 1L) * pageSize)
                  .map(ROWS)
                  .map(JobRow::toJob)
                  .list();
          return new Page<>(items, page, pageSize, total);
        });
  }

  @Override
  public List<Job> open() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + COLUMNS
                        + """
                        FROM job
                        WHERE state IN ('QUEUED', 'RUNNING')
                        ORDER BY received_at, id
                        """)
                .map(ROWS)
                .map(JobRow::toJob)
                .list());
  }

  private static <S extends SqlStatement<S>> S filtered(S query, Filter filter) {
    return query
        .bind("account", filter.account().value())
        .bind("slot", filter.slot().map(SlotId::value).orElse(null))
        .bind("state", filter.state().map(Enum::name).orElse(null));
  }
}
