package dev.photobridge.application.port.in;

import dev.photobridge.domain.job.JobId;

/// Something that happened to the jobs that are watched.
public sealed interface JobEvent {
  /// From here on no change is missed.
  record Ready() implements JobEvent {}

  /// A job is new or has changed.
  ///
  /// @param job as it stands
  record Changed(JobView job) implements JobEvent {}

  /// A job was deleted.
  record Deleted(JobId job) implements JobEvent {}

  /// Nothing more comes: the server stops, or the watcher fell too far behind.
  record Over() implements JobEvent {}
}
