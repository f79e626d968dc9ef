package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.JobId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The claims that this node works on. Keeps them alive, and stops the work on those that are lost:
/// somebody else does it by then. Safe for use by many threads.
public final class RunningClaims {
  private final Map<JobClaim, Thread> workers = new HashMap<>();

  /// The calling thread works on this claim until [#ended].
  synchronized void begun(JobClaim claim) {
    workers.put(claim, Thread.currentThread());
  }

  /// The claim was let go. From here on the thread that worked on it is not stopped because of it.
  synchronized void ended(JobClaim claim) {
    workers.remove(claim, Thread.currentThread());
  }

  /// Renews the leases.
  void renew(JobQueue queue) {
    List<JobClaim> claims = held();
    if (!claims.isEmpty()) {
      queue.renew(claims).forEach(this::stop);
    }
  }

  /// When the call of a job that is worked on here was made and answered, as far as it was by now.
  public synchronized CallTimes callOf(JobId job) {
    return workers.keySet().stream()
        .filter(claim -> claim.job().id().equals(job))
        .map(claim -> claim.call().times())
        .findFirst()
        .orElse(CallTimes.NONE);
  }

  private synchronized List<JobClaim> held() {
    return List.copyOf(workers.keySet());
  }

  /// A claim that was let go in the meantime looks lost too, but is not here any more.
  private synchronized void stop(JobClaim lost) {
    Thread worker = workers.remove(lost);
    if (worker != null) {
      worker.interrupt();
    }
  }
}
