package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.job.Duplicates;
import dev.photobridge.adapter.persistence.job.NewJobs;
import dev.photobridge.application.port.out.CallNotes;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.provider.ProviderId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Adds jobs to the table, in groups, and starts those that may start. For one thread at a time.
final class Submissions {
  private final int capacity;
  private final Claims claims;
  private final QueueRoom room;

  /// @param capacity jobs that may wait at once, over all nodes
  Submissions(int capacity, Claims claims) {
    this.capacity = capacity;
    this.claims = claims;
    this.room = new QueueRoom(capacity, System::nanoTime);
  }

  /// What came of a group.
  ///
  /// @param outcomes in the jobs' order
  /// @param claims of those that were started
  /// @param waiting how many were not
  record Written(List<SubmitOutcome> outcomes, List<PostgresClaim> claims, int waiting) {}

  /// Adds those of these jobs for which there is room and which are not there already, starts those
  /// of them that may start whatever else waits, and commits the handle's transaction.
  Written write(Handle handle, List<QueuedJob> jobs, ServedPlaces.Offer offer) {
    var doing = new HashMap<>(duplicates(handle, jobs));
    Set<JobId> there = Set.copyOf(doing.values());
    List<QueuedJob> fresh = jobs.stream().filter(job -> isFirst(job, doing)).toList();
    Map<JobId, Boolean> added = fresh.isEmpty() ? Map.of() : added(handle, fresh, offer);
    var claimed = new ArrayList<PostgresClaim>();
    for (QueuedJob job : fresh) {
      if (added.getOrDefault(job.id(), false)) {
        claimed.add(new PostgresClaim(job.start(offer.now()), NewJobs.FENCE, new CallNotes()));
      }
    }
    return new Written(
        jobs.stream().map(job -> outcome(job, doing, there, added.keySet())).toList(),
        claimed,
        added.size() - claimed.size());
  }

  /// Whether no job before it does the same; remembers it as the one that does.
  private static boolean isFirst(QueuedJob job, Map<DuplicateKey, JobId> doing) {
    DuplicateKey key = job.order().duplicateKey();
    return key == null || doing.putIfAbsent(key, job.id()) == null;
  }

  private SubmitOutcome outcome(
      QueuedJob job, Map<DuplicateKey, JobId> doing, Set<JobId> there, Set<JobId> added) {
    DuplicateKey key = job.order().duplicateKey();
    JobId same = key == null ? job.id() : doing.getOrDefault(key, job.id());
    if (!there.contains(same) && !added.contains(same)) {
      return new SubmitOutcome.Full(capacity);
    }
    return same.equals(job.id()) ? new SubmitOutcome.Queued() : new SubmitOutcome.Joined(same);
  }

  /// @return whether each that there was room for was started
  private Map<JobId, Boolean> added(Handle handle, List<QueuedJob> jobs, ServedPlaces.Offer offer) {
    Map<ProviderId, Integer> free = new HashMap<>(offer.free());
    free.keySet().retainAll(jobs.stream().map(job -> job.setup().provider()).toList());
    var places =
        new NewJobs.Places(
            capacity, room.left(), claims.offered(handle, free, offer.now()), claims.lease());
    var added = new HashMap<JobId, Boolean>();
    List<NewJobs.Added> rows = NewJobs.submit(handle, QueueLock.TAKE, jobs, places, offer.now());
    for (NewJobs.Added row : rows) {
      added.put(row.id(), row.started());
    }
    if (places.room() == null && !rows.isEmpty()) {
      room.counted(rows.getFirst().room());
    }
    room.taken(Math.toIntExact(rows.stream().filter(row -> !row.started()).count()));
    return added;
  }

  private static Map<DuplicateKey, JobId> duplicates(Handle handle, List<QueuedJob> jobs) {
    List<DuplicateKey> keys =
        jobs.stream().map(job -> job.order().duplicateKey()).filter(Objects::nonNull).toList();
    if (keys.isEmpty()) {
      return Map.of();
    }
    QueueLock.take(handle);
    return Duplicates.of(handle, keys, jobs.getFirst().order().receivedAt());
  }
}
