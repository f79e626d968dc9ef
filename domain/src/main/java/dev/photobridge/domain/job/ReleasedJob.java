package dev.photobridge.domain.job;

/// A job that no worker has.
public sealed interface ReleasedJob extends Job permits QueuedJob, WaitingJob, FinishedJob {}
