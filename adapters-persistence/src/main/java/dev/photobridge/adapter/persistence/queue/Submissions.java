package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.job.Duplicates;
import dev.photobridge.adapter.persistence.job.JobTable;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueuedJob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Adds jobs to the table, in groups. For one thread at a time.
final class Submissions {
  private final Jdbi jdbi;
  private final int capacity;
  private final QueueRoom room;

  /// @param capacity jobs that may wait at once, over all nodes
  Submissions(Jdbi jdbi, int capacity) {
    this.jdbi = jdbi;
    this.capacity = capacity;
    this.room = new QueueRoom(capacity, System::nanoTime);
  }

  /// Adds those of these jobs for which there is room and which are not there already.
  ///
  /// @return what came of each, in their order
  List<SubmitOutcome> write(List<QueuedJob> jobs) {
    return jdbi.inTransaction(
        handle -> {
          QueueLock.SUBMISSIONS.take(handle);
          var same = duplicates(handle, jobs);
          int left =
              room.left(() -> handle.createQuery(ClaimStatements.WAITING).mapTo(int.class).one());
          var outcomes = new ArrayList<SubmitOutcome>();
          var accepted = new ArrayList<QueuedJob>();
          for (QueuedJob job : jobs) {
            DuplicateKey key = job.order().duplicateKey();
            JobId joined = key == null ? null : same.get(key);
            if (joined != null) {
              outcomes.add(new SubmitOutcome.Joined(joined));
            } else if (accepted.size() >= left) {
              outcomes.add(new SubmitOutcome.Full(capacity));
            } else {
              accepted.add(job);
              job.order().duplicate().ifPresent(own -> same.put(own, job.id()));
              outcomes.add(new SubmitOutcome.Queued());
            }
          }
          if (!accepted.isEmpty()) {
            JobTable.insert(handle, accepted);
            room.taken(accepted.size());
          }
          return outcomes;
        });
  }

  private static Map<DuplicateKey, JobId> duplicates(Handle handle, List<QueuedJob> jobs) {
    List<DuplicateKey> keys =
        jobs.stream().map(job -> job.order().duplicateKey()).filter(Objects::nonNull).toList();
    return keys.isEmpty()
        ? new HashMap<>()
        : new HashMap<>(Duplicates.of(handle, keys, jobs.getFirst().order().receivedAt()));
  }
}
