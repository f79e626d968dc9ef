package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.Pipeline;
import dev.photobridge.adapter.persistence.job.AttemptTable;
import dev.photobridge.adapter.persistence.job.JobTable;
import dev.photobridge.adapter.persistence.job.OfferedStarts;
import dev.photobridge.application.port.out.CallNotes;
import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.domain.provider.ProviderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/// Takes waiting jobs and keeps hold of them, within whatever transaction the handle is in.
///
/// @param lease how long a worker that says nothing keeps its job
/// @param truce so long after the database's start no running job is taken over
record Claims(ProviderStarts starts, Duration lease, Duration truce) {
  private static final String TAKE =
      Pipeline.of(QueueLock.TAKE, ClaimStatements.CLAIM, Pipeline.COMMIT);

  /// A query that says whether there may be anything to take. It needs no lock, and what follows it
  /// in its transaction is planned as by [QueueLock#PLAN_ONCE].
  ///
  /// @param values binds what the query needs
  record Question(String sql, UnaryOperator<Query> values) {
    /// For who knows the answer, which is yes.
    static final Question ANSWERED =
        new Question("SELECT true, " + QueueLock.PLAN_ONCE, UnaryOperator.identity());

    /// Asks it alone.
    boolean ask(Handle handle) {
      return Pipeline.run(bind(handle.createQuery(sql)), Question::answer);
    }

    Query bind(Query query) {
      return values.apply(query);
    }

    static boolean answer(Pipeline.Results results) throws SQLException {
      return results.next((row, _) -> row.getBoolean(1)).getFirst();
    }
  }

  Question isAnythingReady(Map<ProviderId, Integer> free, Instant now) {
    return new Question(
        ClaimStatements.IS_ANYTHING_READY,
        query ->
            query
                .bindArray(
                    "providers",
                    String.class,
                    free.keySet().stream().map(ProviderId::value).toArray())
                .bind("now", now)
                .bind("truce", truce));
  }

  /// What limits leave of free places. Takes [QueueLock] where that has to be counted.
  OfferedStarts offered(Handle handle, Map<ProviderId, Integer> free, Instant now) {
    if (starts.areLimited(free.keySet())) {
      QueueLock.take(handle);
    }
    return new OfferedStarts(starts.of(free, new TableLedger(handle), now), starts::parallelLimit);
  }

  /// Takes what may start, and commits the handle's transaction.
  List<PostgresClaim> take(Handle handle, Map<ProviderId, Integer> free, Instant now) {
    Query taking =
        offered(handle, free, now)
            .bindTo(handle.createQuery(TAKE))
            .bind("now", now)
            .bind("lease", lease)
            .bind("truce", truce);
    return Pipeline.run(taking, results -> results.skip().next(Claims::claim));
  }

  private static PostgresClaim claim(ResultSet row, StatementContext context) throws SQLException {
    return new PostgresClaim(
        JobTable.ROWS.map(row, context).toRunningJob(), row.getLong("fence"), new CallNotes());
  }

  /// Prolongs leases, and records calls that last while they do, for who looks at the job
  /// meanwhile, and for when its worker is lost. Attempts are written only by who has locked their
  /// job's row, as else two could wait for each other.
  ///
  /// @return the claims that are lost
  List<JobClaim> renew(Handle handle, Collection<JobClaim> claims) {
    List<PostgresClaim> ours = claims.stream().map(PostgresClaim::of).toList();
    List<Renewal> renewals =
        handle
            .createQuery(ClaimStatements.RENEW)
            .bindArray(
                "ids",
                String.class,
                ours.stream().map(claim -> claim.job().id().toString()).toArray())
            .bindArray("fences", Long.class, ours.stream().map(PostgresClaim::fence).toArray())
            .bind("lease", lease)
            .map(
                (row, _) ->
                    new Renewal(
                        ours.get(row.getInt("nth") - 1),
                        row.getBoolean("renewed"),
                        row.getBoolean("lost")))
            .list();
    AttemptTable.called(
        handle,
        renewals.stream()
            .filter(Renewal::renewed)
            .map(Renewal::claim)
            .flatMap(PostgresClaim::called)
            .toList());
    return renewals.stream().filter(Renewal::lost).<JobClaim>map(Renewal::claim).toList();
  }

  private record Renewal(PostgresClaim claim, boolean renewed, boolean lost) {}
}
