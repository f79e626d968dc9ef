package dev.photobridge.application.port.in;

import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobHistory;
import dev.photobridge.domain.media.MediaObject;
import java.util.Optional;

/// A job and its photos.
///
/// @param result the processed photo while it is kept
/// @param source the photo that came in while it is kept
/// @param history its attempts and stages; empty in lists
public record JobView(
    Job job,
    Optional<MediaObject> result,
    Optional<MediaObject> source,
    Optional<JobHistory> history) {
  /// This view with the job's history.
  public JobView with(JobHistory newHistory) {
    return new JobView(job, result, source, Optional.of(newHistory));
  }
}
