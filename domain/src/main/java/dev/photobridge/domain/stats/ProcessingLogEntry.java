package dev.photobridge.domain.stats;

import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row a photo that came to a slot with the right password: what statistics are made of.
///
/// @param slot where it came in
/// @param origin who sent it: a booth, whose rows are what success and speed are made of, or an
///   operator, whose rows only count in the cost
/// @param provider that the slot was set to
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
    ProcessingOrigin origin,
    ProviderId provider,
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
