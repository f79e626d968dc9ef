package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.domain.job.QueuedJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// One provider's waiting jobs: those that may start, oldest first, and those that wait for their
/// next attempt. Not safe for use by many threads.
final class WaitingJobs {
  private final PriorityQueue<QueuedJob> ready =
      new PriorityQueue<>(Comparator.comparing(job -> job.order().receivedAt()));
  private final PriorityQueue<QueuedJob> delayed =
      new PriorityQueue<>(Comparator.comparing(QueuedJob::notBefore));

  void add(QueuedJob job) {
    delayed.add(job);
  }

  /// Takes out at most so many jobs that may start now.
  List<QueuedJob> take(int most, Instant now) {
    while (!delayed.isEmpty() && !delayed.element().notBefore().isAfter(now)) {
      ready.add(delayed.remove());
    }
    var taken = new ArrayList<QueuedJob>();
    while (taken.size() < most && !ready.isEmpty()) {
      taken.add(ready.remove());
    }
    return taken;
  }
}
