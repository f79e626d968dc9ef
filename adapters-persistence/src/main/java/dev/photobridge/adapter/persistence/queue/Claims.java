package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.job.AttemptTable;
import dev.photobridge.adapter.persistence.job.JobTable;
import dev.photobridge.adapter.persistence.job.OfferedStarts;
import dev.photobridge.application.port.out.CallNotes;
import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Takes waiting jobs and keeps hold of them, within whatever transaction the handle is in.
///
/// @param lease how long a worker that says nothing keeps its job
/// @param truce so long after the database's start no running job is taken over
record Claims(ProviderStarts starts, Duration lease, Duration truce) {
  /// Whether there may be anything to take. Needs no lock; the transaction is planned from here as
  /// by [QueueLock#planOnce].
  boolean isAnythingReady(Handle handle, Map<ProviderId, Integer> free, Instant now) {
    return handle
        .createQuery(ClaimStatements.IS_ANYTHING_READY)
        .bindArray(
            "providers", String.class, free.keySet().stream().map(ProviderId::value).toArray())
        .bind("now", now)
        .bind("truce", truce)
        .mapTo(Boolean.class)
        .one();
  }

  /// What limits leave of free places; under [QueueLock].
  OfferedStarts offered(Handle handle, Map<ProviderId, Integer> free, Instant now) {
    return new OfferedStarts(starts.of(free, new TableLedger(handle), now), starts::parallelLimit);
  }

  /// Takes what may start; under [QueueLock].
  List<PostgresClaim> take(Handle handle, Map<ProviderId, Integer> free, Instant now) {
    return offered(handle, free, now)
        .bindTo(handle.createQuery(ClaimStatements.CLAIM))
        .bind("now", now)
        .bind("lease", lease)
        .bind("truce", truce)
        .map(
            (row, context) ->
                new PostgresClaim(
                    JobTable.ROWS.map(row, context).toRunningJob(),
                    row.getLong("fence"),
                    new CallNotes()))
        .list();
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
