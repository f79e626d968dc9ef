package dev.photobridge.application.port.out;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobState;
import dev.photobridge.domain.job.JobTarget;
import dev.photobridge.domain.provider.Cost;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a job has come, in as little as tells one moment from the next: cheap to ask for again
/// and again.
///
/// @param account whose job it is
/// @param finishedAt when it ended; null while it is open
public record JobMark(
    JobId id,
    AccountName account,
    JobState state,
    JobTarget target,
    int attempts,
    Cost cost,
    @Nullable Instant finishedAt) {}
