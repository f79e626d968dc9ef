package dev.photobridge.domain.job;

import dev.photobridge.domain.provider.OperationId;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One try at a job, as it is recorded.
///
/// @param number counted from 1 within the job
/// @param provider that was or is called
/// @param operation asked of it
/// @param startedAt when a worker took the job
/// @param endedAt when it ended; null while it goes on
/// @param call when its provider was called and answered
/// @param end how it ended; null while it goes on
public record Attempt(
    int number,
    ProviderId provider,
    OperationId operation,
    Instant startedAt,
    @Nullable Instant endedAt,
    CallTimes call,
    @Nullable AttemptEnd end) {
  /// This attempt with what is known of its call besides.
  public Attempt with(CallTimes noted) {
    return new Attempt(number, provider, operation, startedAt, endedAt, noted.or(call), end);
  }
}
