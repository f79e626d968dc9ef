package dev.photobridge.application.service;

import dev.photobridge.application.port.in.JobView;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobEnd;
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
  private final MediaStore media;
  private final InstantSource clock;

  public JobViews(MediaStore media, InstantSource clock) {
    this.media = media;
    this.clock = clock;
  }

  /// One job.
  JobView of(Job job) {
    return of(List.of(job)).getFirst();
  }

  /// Jobs in their order.
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
                    alive(kept, job.order().source(), now)))
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
