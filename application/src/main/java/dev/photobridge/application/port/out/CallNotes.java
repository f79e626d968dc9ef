package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.CallTimes;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// Where a worker notes when it makes its provider's call and when the answer comes. Safe for use
/// by many threads.
///
/// @param noted so far
public record CallNotes(AtomicReference<CallTimes> noted) {
  /// Nothing yet.
  public CallNotes() {
    this(new AtomicReference<>(CallTimes.NONE));
  }

  /// The call is made now; the last time counts.
  public void asked(Instant at) {
    noted.updateAndGet(before -> before.asked(at));
  }

  /// The photo has come.
  public void answered(Instant at) {
    noted.updateAndGet(before -> before.answered(at));
  }

  /// What was noted so far.
  public CallTimes times() {
    return noted.get();
  }
}
