package dev.photobridge.domain.stats;

import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row a photo that came to a slot with the right password: what statistics are made of.
///
/// @param slot where it came in
/// @param jobAccepted its job; null where the photo was refused before one was made
/// @param joined whether that is the job of an earlier POST of the same photo, whose row has the
///   cost
/// @param createdAt when the request came
/// @param status what the booth got
/// @param responseTime until it got that
/// @param cost of the provider's calls
/// @param errorMessage why there was no photo, for operators; null on success
public record ProcessingLogEntry(
    SlotAddress slot,
    @Nullable JobId jobAccepted,
    boolean joined,
    Instant createdAt,
    ProcessingStatus status,
    Duration responseTime,
    Cost cost,
    @Nullable String errorMessage) {
  /// Its job, if one was made.
  public Optional<JobId> job() {
    return Optional.ofNullable(jobAccepted);
  }
}
