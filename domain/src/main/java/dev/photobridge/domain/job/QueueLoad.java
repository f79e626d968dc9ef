package dev.photobridge.domain.job;

import dev.photobridge.domain.provider.ProviderUsage;

/// What is before a job that would be queued now, over all nodes.
///
/// @param waiting jobs in the whole queue
/// @param capacity jobs that may wait at once
/// @param waitingAtProvider of them, those for the job's provider
/// @param runningAtProvider jobs that have a place there
/// @param waitingInSlot jobs of the same slot that wait
/// @param runningInSlot jobs of the same slot that have a place
/// @param usage of the provider's limits
/// @param averageTokens that a call of this provider used lately
public record QueueLoad(
    int waiting,
    int capacity,
    int waitingAtProvider,
    int runningAtProvider,
    int waitingInSlot,
    int runningInSlot,
    ProviderUsage usage,
    long averageTokens) {
  /// Whether there is no room.
  public boolean isFull() {
    return waiting >= capacity;
  }
}
