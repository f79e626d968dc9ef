package dev.photobridge.domain.provider;

import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import java.time.Duration;
import java.util.Set;

/// What a provider takes and how much of it at once: `providers[].ingest` of the catalogue.
///
/// @param maxParallelJobs calls under way at the same time, at least 1
/// @param timeout how long a booth waits for this provider at most, positive
/// @param allowedTypes photos it takes, by content
/// @param maxFileSize of one photo, inclusive
/// @param requiresPublicMedia whether it fetches photos from public links instead of taking them in
///   the call
public record IngestRules(
    int maxParallelJobs,
    Duration timeout,
    Set<MediaType> allowedTypes,
    ByteSize maxFileSize,
    boolean requiresPublicMedia) {
  public IngestRules {
    if (maxParallelJobs < 1) {
      throw new IllegalArgumentException("max_parallel_jobs must be at least 1");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout_sec must be positive");
    }
    allowedTypes = Set.copyOf(allowedTypes);
  }

  /// These rules with another bound for parallel jobs.
  public IngestRules withMaxParallelJobs(int parallelJobs) {
    return new IngestRules(parallelJobs, timeout, allowedTypes, maxFileSize, requiresPublicMedia);
  }
}
