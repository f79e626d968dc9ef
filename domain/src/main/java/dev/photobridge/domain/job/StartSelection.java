package dev.photobridge.domain.job;

import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.SlotAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of the jobs that wait may start: the oldest ones, as far as their providers have places
/// and their slots allow. A job that its slot holds back lets younger ones of other slots pass.
public final class StartSelection {
  private StartSelection() {}

  /// The jobs to start, in their order.
  ///
  /// @param waiting oldest first
  /// @param places by provider; a provider that is missing has none
  /// @param runningInSlot jobs that have a place now; a slot that is missing has none
  public static List<QueuedJob> of(
      Collection<QueuedJob> waiting,
      Map<ProviderId, Integer> places,
      Map<SlotAddress, Integer> runningInSlot) {
    var left = new HashMap<>(places);
    var running = new HashMap<>(runningInSlot);
    var chosen = new ArrayList<QueuedJob>();
    for (QueuedJob job : waiting) {
      ProviderId provider = job.setup().provider();
      SlotAddress slot = job.order().slot();
      int slotLimit = job.order().parallelLimit().orElse(Integer.MAX_VALUE);
      if (left.getOrDefault(provider, 0) > 0 && running.getOrDefault(slot, 0) < slotLimit) {
        left.merge(provider, -1, Integer::sum);
        running.merge(slot, 1, Integer::sum);
        chosen.add(job);
      }
    }
    return chosen;
  }
}
