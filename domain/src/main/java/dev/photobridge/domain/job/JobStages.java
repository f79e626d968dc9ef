package dev.photobridge.domain.job;

import dev.photobridge.domain.job.JobStage.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Tells from a job and its attempts where the time went. Stages follow each other without gaps,
/// even where servers' clocks differ; those that took no time are left out.
final class JobStages {
  private final List<JobStage> stages = new ArrayList<>();
  private Instant reached;

  private JobStages(Instant start) {
    this.reached = start;
  }

  static List<JobStage> of(Job job, List<Attempt> attempts) {
    var stages = new JobStages(job.order().receivedAt());
    stages.tell(job, attempts);
    return List.copyOf(stages.stages);
  }

  private void tell(Job job, List<Attempt> attempts) {
    job.order().accepted().ifPresent(at -> until(Kind.UPLOAD, at));
    for (Attempt attempt : attempts) {
      until(Kind.QUEUE, attempt.startedAt());
      Instant end = attempt.endedAt();
      if (end != null) {
        ended(attempt, end, job.order().accepted().isPresent());
      } else if (!(job instanceof FinishedJob)) {
        goesOn(attempt, job);
        return;
      }
    }
    if (job instanceof FinishedJob finished) {
      until(Kind.QUEUE, finished.finishedAt());
    } else {
      goesOn(Kind.QUEUE);
    }
  }

  /// @param measured whether calls were noted when this attempt was made
  private void ended(Attempt attempt, Instant end, boolean measured) {
    Instant asked = attempt.call().askedAt();
    if (asked == null) {
      until(measured ? withoutCall(attempt) : Kind.PROVIDER, end);
      return;
    }
    until(Kind.PREPARATION, asked);
    Instant answered = attempt.call().answeredAt();
    until(Kind.PROVIDER, answered == null ? end : answered);
    until(Kind.SAVING, end);
  }

  /// What an attempt did of which no call is known.
  private static Kind withoutCall(Attempt attempt) {
    return switch (attempt.end()) {
      // it failed before its call
      case AttemptEnd.Failed _ -> Kind.PREPARATION;
      // it found what an earlier one had brought
      case AttemptEnd.Delivered _ -> Kind.SAVING;
      // its worker is gone; most of the time, that is where it was
      case AttemptEnd.Unknown _ -> Kind.PROVIDER;
      case null -> Kind.PROVIDER;
    };
  }

  private void goesOn(Attempt attempt, Job job) {
    Instant asked = attempt.call().askedAt();
    Instant answered = attempt.call().answeredAt();
    if (asked != null) {
      until(Kind.PREPARATION, asked);
    }
    if (answered != null) {
      until(Kind.PROVIDER, answered);
      goesOn(Kind.SAVING);
    } else {
      goesOn(asked != null || isAtProvider(job) ? Kind.PROVIDER : Kind.PREPARATION);
    }
  }

  private static boolean isAtProvider(Job job) {
    return switch (job) {
      case WaitingJob _ -> true;
      case RunningJob running -> running.deferredCall().isPresent();
      case QueuedJob _, FinishedJob _ -> false;
    };
  }

  private void until(Kind kind, Instant end) {
    if (end.isAfter(reached)) {
      stages.add(new JobStage(kind, reached, end));
      reached = end;
    }
  }

  private void goesOn(Kind kind) {
    stages.add(new JobStage(kind, reached, null));
  }
}
