package dev.photobridge.adapter.persistence.queue;

import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.QueueLoad;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.ReleasedJob;
import dev.photobridge.domain.job.StartSelection;
import dev.photobridge.domain.job.WaitingJob;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.provider.ProviderUsage;
import dev.photobridge.domain.slot.SlotAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/// The open jobs of a queue in memory: those that wait, those that have a place, those whose
/// provider answers later. One lock around everything. Safe for use by many threads.
final class OpenJobs {
  private static final Comparator<QueuedJob> OLDEST_FIRST =
      Comparator.comparing((QueuedJob job) -> job.order().receivedAt())
          .thenComparing(job -> job.id().value());

  private final int capacity;
  private final TreeSet<QueuedJob> waiting = new TreeSet<>(OLDEST_FIRST);
  private final Map<JobId, Job> placed = new HashMap<>();
  private final Map<JobId, WaitingJob> parked = new HashMap<>();
  private final Map<DuplicateKey, JobId> openKeys = new HashMap<>();
  private int reserved;
  private boolean closed;

  OpenJobs(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a queue needs room for one job at least");
    }
    this.capacity = capacity;
  }

  /// Holds room for a job that is about to be recorded; [#settle] must follow where it is queued.
  synchronized SubmitOutcome reserve(QueuedJob job) {
    if (closed) {
      return new SubmitOutcome.Closed();
    }
    DuplicateKey key = job.order().duplicateKey();
    JobId same = key == null ? null : openKeys.get(key);
    if (same != null) {
      return new SubmitOutcome.Joined(same);
    }
    if (waitingCount() >= capacity) {
      return new SubmitOutcome.Full(capacity);
    }
    reserved++;
    if (key != null) {
      openKeys.put(key, job.id());
    }
    return new SubmitOutcome.Queued();
  }

  synchronized void settle(QueuedJob job, boolean recorded) {
    reserved--;
    if (recorded) {
      waiting.add(job);
    } else {
      forgetKey(job);
    }
  }

  /// Whether anything could be taken if all providers had places.
  synchronized boolean hasReady(Instant now) {
    return waiting.stream().anyMatch(job -> !job.notBefore().isAfter(now));
  }

  /// Takes those that may start, and those whose provider is to be asked.
  ///
  /// @param parallelLimit of a provider, over all that have a place
  synchronized List<ReleasedJob> take(
      Map<ProviderId, Integer> starts, ToIntFunction<ProviderId> parallelLimit, Instant now) {
    var taken = new ArrayList<ReleasedJob>();
    parked.values().stream().filter(job -> !job.checkAt().isAfter(now)).forEach(taken::add);
    taken.forEach(job -> parked.remove(job.id()));
    var places = new HashMap<ProviderId, Integer>();
    starts.forEach(
        (provider, most) ->
            places.put(
                provider, Math.min(most, parallelLimit.applyAsInt(provider) - count(provider))));
    List<QueuedJob> ready = waiting.stream().filter(job -> !job.notBefore().isAfter(now)).toList();
    List<QueuedJob> started = StartSelection.of(ready, places, countBySlot());
    waiting.removeAll(started);
    started.forEach(job -> placed.put(job.id(), job));
    taken.addAll(started);
    return taken;
  }

  /// Undoes [#take].
  synchronized void putBack(ReleasedJob job) {
    switch (job) {
      case QueuedJob queued -> {
        placed.remove(job.id());
        waiting.add(queued);
      }
      case WaitingJob waitingForProvider -> parked.put(job.id(), waitingForProvider);
      case FinishedJob _ -> throw new IllegalStateException("an ended job is never taken");
    }
  }

  /// A worker lets go of a job that has a place.
  synchronized void released(ReleasedJob job) {
    switch (job) {
      case QueuedJob queued -> {
        placed.remove(job.id());
        waiting.add(queued);
      }
      case WaitingJob waitingForProvider -> parked.put(job.id(), waitingForProvider);
      case FinishedJob _ -> {
        placed.remove(job.id());
        forgetKey(job);
      }
    }
  }

  /// Lets a parked job be taken at once.
  ///
  /// @return whether it was parked until later
  synchronized boolean wake(JobId id, Instant now) {
    WaitingJob job = parked.get(id);
    if (job == null || !job.checkAt().isAfter(now)) {
      return false;
    }
    parked.put(id, job.wake(now));
    return true;
  }

  synchronized QueueLoad load(
      ProviderId provider, SlotAddress slot, ProviderUsage usage, long averageTokens) {
    return new QueueLoad(
        waitingCount(),
        capacity,
        Math.toIntExact(waiting.stream().filter(job -> isAt(job, provider)).count()),
        count(provider),
        Math.toIntExact(waiting.stream().filter(job -> job.order().slot().equals(slot)).count()),
        countBySlot().getOrDefault(slot, 0),
        usage,
        averageTokens);
  }

  synchronized void close() {
    closed = true;
  }

  private int waitingCount() {
    return waiting.size() + reserved;
  }

  private int count(ProviderId provider) {
    return Math.toIntExact(placed.values().stream().filter(job -> isAt(job, provider)).count());
  }

  private Map<SlotAddress, Integer> countBySlot() {
    var counts = new HashMap<SlotAddress, Integer>();
    placed.values().forEach(job -> counts.merge(job.order().slot(), 1, Integer::sum));
    return counts;
  }

  private static boolean isAt(Job job, ProviderId provider) {
    return job.setup().provider().equals(provider);
  }

  private void forgetKey(Job job) {
    DuplicateKey key = job.order().duplicateKey();
    if (key != null) {
      openKeys.remove(key, job.id());
    }
  }
}
