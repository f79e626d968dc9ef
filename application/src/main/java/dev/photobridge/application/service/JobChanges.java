package dev.photobridge.application.service;

import dev.photobridge.application.port.in.JobEvent;
import dev.photobridge.application.port.in.JobView;
import dev.photobridge.application.port.out.JobMark;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sees which jobs changed between one look at their record and the next, whichever node changed
/// them. For one thread.
final class JobChanges {
  /// Ends are written by the clocks of several nodes, and a little after they happened.
  private static final Duration SLACK = Duration.ofSeconds(5);

  private final JobRepository jobs;
  private final JobViews views;
  private final InstantSource clock;
  private Map<JobId, JobMark> known = Map.of();
  private @Nullable Instant lookedAt;

  JobChanges(JobRepository jobs, JobViews views, InstantSource clock) {
    this.jobs = jobs;
    this.views = views;
    this.clock = clock;
  }

  /// A change of one job of this account.
  record Change(AccountName account, JobEvent event) {}

  /// Looks anew. When it fails nothing is seen, and the next look sees it.
  ///
  /// @param accounts whose jobs to look at
  /// @param interested those of them whose changes matter; of the others it is only noted how their
  ///   jobs stand
  /// @param deleted jobs that are known to be deleted, and whose they were
  /// @return what changed, by job
  Map<JobId, Change> since(
      Set<AccountName> accounts, Set<AccountName> interested, Map<JobId, AccountName> deleted) {
    Instant now = clock.instant();
    Instant endedAfter = (lookedAt == null ? now : lookedAt).minus(SLACK);
    Map<JobId, JobMark> marks =
        jobs.marks(accounts, endedAfter).stream()
            .collect(Collectors.toMap(JobMark::id, Function.identity()));
    Map<JobId, AccountName> touched = touched(marks, endedAfter);
    touched.putAll(deleted);
    touched.values().retainAll(interested);
    Map<JobId, Change> changes = changes(touched);
    known = marks;
    lookedAt = now;
    return changes;
  }

  /// Takes the next look for the first one.
  void forget() {
    known = Map.of();
    lookedAt = null;
  }

  private Map<JobId, AccountName> touched(Map<JobId, JobMark> marks, Instant endedAfter) {
    var touched = new LinkedHashMap<JobId, AccountName>();
    marks.forEach(
        (id, mark) -> {
          if (!mark.equals(known.get(id))) {
            touched.put(id, mark.account());
          }
        });
    known.forEach(
        (id, mark) -> {
          if (!marks.containsKey(id) && !hasAged(mark, endedAfter)) {
            touched.put(id, mark.account());
          }
        });
    return touched;
  }

  /// Whether it is not asked for any more, rather than deleted or ended unseen.
  private static boolean hasAged(JobMark mark, Instant endedAfter) {
    Instant finishedAt = mark.finishedAt();
    return finishedAt != null && !finishedAt.isAfter(endedAfter);
  }

  private Map<JobId, Change> changes(Map<JobId, AccountName> touched) {
    if (touched.isEmpty()) {
      return Map.of();
    }
    Map<JobId, JobEvent> standing = new HashMap<>();
    for (JobView view : views.of(jobs.findAll(touched.keySet()))) {
      standing.put(view.job().id(), new JobEvent.Changed(view));
    }
    var changes = new LinkedHashMap<JobId, Change>();
    touched.forEach(
        (id, account) ->
            changes.put(
                id, new Change(account, standing.getOrDefault(id, new JobEvent.Deleted(id)))));
    return changes;
  }
}
