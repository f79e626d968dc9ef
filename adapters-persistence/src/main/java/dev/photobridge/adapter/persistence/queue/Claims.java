package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.job.AttemptTable;
import dev.photobridge.adapter.persistence.job.JobTable;
import dev.photobridge.adapter.persistence.job.OfferedStarts;
import dev.photobridge.application.port.out.CallNotes;
import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Takes waiting jobs and keeps hold of them, within whatever transaction the handle is in.
///
/// @param lease how long a worker that says nothing keeps its job
/// @param truce so long after the database's start no running job is taken over
record Claims(ProviderStarts starts, Duration lease, Duration truce) {
  /// Whether there may be anything to take. Needs no lock.
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

  /// Prolongs leases.
  ///
  /// @return the claims that are lost
  List<JobClaim> renew(Handle handle, Collection<JobClaim> claims) {
    List<PostgresClaim> ours = claims.stream().map(PostgresClaim::of).toList();
    var lost = new HashMap<JobId, JobClaim>();
    ours.forEach(claim -> lost.put(claim.job().id(), claim));
    handle
        .createQuery(ClaimStatements.RENEW)
        .bindArray(
            "ids", String.class, ours.stream().map(claim -> claim.job().id().toString()).toArray())
        .bindArray("fences", Long.class, ours.stream().map(PostgresClaim::fence).toArray())
        .bind("lease", lease)
        .mapTo(UUID.class)
        .forEach(id -> lost.remove(new JobId(id)));
    return List.copyOf(lost.values());
  }

  /// Calls that last are recorded while they do, for who looks at the job meanwhile, and for when
  /// its worker is lost.
  static void recordCalls(Handle handle, Collection<JobClaim> claims) {
    AttemptTable.called(
        handle, claims.stream().map(PostgresClaim::of).flatMap(PostgresClaim::called).toList());
  }
}
