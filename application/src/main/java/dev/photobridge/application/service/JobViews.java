package dev.photobridge.application.service;

import dev.photobridge.application.engine.RunningClaims;
import dev.photobridge.application.port.in.JobView;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.domain.job.Attempt;
import dev.photobridge.domain.job.CallTimes;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobEnd;
import dev.photobridge.domain.job.JobHistory;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Jobs as operators see them, with the photos that are still there. Safe for use by many threads.
public final class JobViews {
  private final JobRepository jobs;
  private final MediaStore media;
  private final RunningClaims claims;
  private final InstantSource clock;

  /// @param claims the jobs that run here, of which more is known than is recorded
  public JobViews(JobRepository jobs, MediaStore media, RunningClaims claims, InstantSource clock) {
    this.jobs = jobs;
    this.claims = claims;
    this.media = media;
    this.clock = clock;
  }

  /// One job with its history.
  JobView of(Job job) {
    return of(List.of(job)).getFirst().with(JobHistory.of(job, attempts(job)));
  }

  private List<Attempt> attempts(Job job) {
    // asked first: what ends meanwhile is recorded, and then found so
    CallTimes here = claims.callOf(job.id());
    return jobs.attempts(job.id()).stream()
        .map(attempt -> attempt.endedAt() == null ? attempt.with(here) : attempt)
        .toList();
  }

  /// Jobs in their order, without their history.
  List<JobView> of(List<Job> jobs) {
    Set<MediaId> photos = new HashSet<>();
    for (Job job : jobs) {
      photos.add(job.order().source());
      result(job).ifPresent(photos::add);
    }
    Map<MediaId, MediaObject> kept = media.findAll(photos);
    Instant now = clock.instant();
    return jobs.stream()
        .map(
            job ->
                new JobView(
                    job,
                    result(job).flatMap(id -> alive(kept, id, now)),
                    alive(kept, job.order().source(), now),
                    Optional.empty()))
        .toList();
  }

  private static Optional<MediaObject> alive(
      Map<MediaId, MediaObject> kept, MediaId id, Instant now) {
    return Optional.ofNullable(kept.get(id)).filter(photo -> !photo.isExpiredAt(now));
  }

  private static Optional<MediaId> result(Job job) {
    return job instanceof FinishedJob finished && finished.end() instanceof JobEnd.Succeeded ended
        ? Optional.of(ended.result())
        : Optional.empty();
  }
}
