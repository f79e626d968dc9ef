package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.adapter.persistence.job.AttemptTable;
import dev.photobridge.application.port.out.CallNotes;
import dev.photobridge.application.port.out.JobClaim;
import dev.photobridge.domain.job.RunningJob;
import java.time.Instant;
import java.util.stream.Stream;

/// A hold that is good as long as the job's row has this fence.
record PostgresClaim(RunningJob job, long fence, CallNotes call) implements JobClaim {
  /// The open attempt, with when its provider was called; none where it was not.
  Stream<AttemptTable.Called> called() {
    Instant at = call.times().askedAt();
    return at == null
        ? Stream.empty()
        : Stream.of(new AttemptTable.Called(job.id(), job.attempts(), at));
  }

  /// @throws IllegalArgumentException where another queue gave it
  static PostgresClaim of(JobClaim claim) {
    if (claim instanceof PostgresClaim ours) {
      return ours;
    }
    throw new IllegalArgumentException("a claim is released by the queue that gave it");
  }
}
