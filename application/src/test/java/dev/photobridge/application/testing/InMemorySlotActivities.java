package dev.photobridge.application.testing;

import dev.photobridge.application.port.out.SlotActivities;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotId;
import dev.photobridge.domain.slot.SlotState;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What goes on in slots, by looking at every job each time.
public final class InMemorySlotActivities implements SlotActivities {
  private final InMemoryJobRepository jobs;
  private final InMemoryMediaStore media;

  public InMemorySlotActivities(InMemoryJobRepository jobs, InMemoryMediaStore media) {
    this.jobs = jobs;
    this.media = media;
  }

  @Override
  public Map<SlotId, SlotActivity> of(AccountName account, Collection<SlotId> slots, Instant now) {
    var found = new HashMap<SlotId, SlotActivity>();
    for (SlotId slot : slots) {
      List<Job> here =
          jobs.all().reversed().stream()
              .filter(job -> job.order().slot().equals(new SlotAddress(account, slot)))
              .toList();
      if (!here.isEmpty()) {
        found.put(slot, activity(here, now));
      }
    }
    return found;
  }

  private SlotActivity activity(List<Job> newestFirst, Instant now) {
    List<FinishedJob> ended =
        newestFirst.stream()
            .filter(FinishedJob.class::isInstance)
            .map(FinishedJob.class::cast)
            .limit(LATEST_JOBS)
            .toList();
    int open = (int) newestFirst.stream().filter(job -> !(job instanceof FinishedJob)).count();
    int queued = (int) newestFirst.stream().filter(job -> job.state() == JobState.QUEUED).count();
    return new SlotActivity(
        queued,
        open - queued,
        ended.stream()
            .filter(job -> job.order().origin().kind() != JobOrigin.Kind.RERUN)
            .limit(SlotState.LATEST)
            .map(InMemorySlotActivities::endedJob)
            .toList(),
        ended.stream()
            .filter(job -> hasResult(job, now))
            .findFirst()
            .map(InMemorySlotActivities::endedJob));
  }

  private boolean hasResult(FinishedJob job, Instant now) {
    return job.end() instanceof JobEnd.Succeeded succeeded
        && Optional.ofNullable(media.findAll(List.of(succeeded.result())).get(succeeded.result()))
            .filter(photo -> !photo.isExpiredAt(now))
            .isPresent();
  }

  private static EndedJob endedJob(FinishedJob job) {
    return new EndedJob(
        job.id(),
        job.state(),
        job.order().receivedAt(),
        job.finishedAt(),
        job.end() instanceof JobEnd.Failed(var failure)
            ? new Failure(failure.kind(), failure.reason())
            : null);
  }
}
