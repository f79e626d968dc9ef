package dev.photobridge.application.service;

import dev.photobridge.application.port.in.JobView;
import dev.photobridge.application.port.in.RerunJobOutcome;
import dev.photobridge.application.port.in.RerunJobUseCase;
import dev.photobridge.application.port.out.JobRepository;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.Job;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.job.RunningJob;
import dev.photobridge.domain.job.WaitingJob;
import java.io.IOException;
import java.util.Optional;

/// Runs ended jobs again.
public final class RerunJobService implements RerunJobUseCase {
  private final JobRepository jobs;
  private final OperatorJobs operators;
  private final JobViews views;

  public RerunJobService(JobRepository jobs, OperatorJobs operators, JobViews views) {
    this.jobs = jobs;
    this.operators = operators;
    this.views = views;
  }

  @Override
  public RerunJobOutcome rerun(AccountName account, JobId id) throws IOException {
    Optional<Job> job = jobs.find(id).filter(found -> found.isOf(account));
    if (job.isEmpty()) {
      return new RerunJobOutcome.JobUnknown();
    }
    return switch (job.get()) {
      case QueuedJob _, RunningJob _, WaitingJob _ -> new RerunJobOutcome.NotFinished();
      case FinishedJob ended -> again(ended.order());
    };
  }

  private RerunJobOutcome again(JobOrder order) throws IOException {
    var wanted =
        new OperatorJobs.Wanted(
            order.slot(),
            new JobOrigin.Rerun(order.id()),
            order.setup(),
            order.fallback(),
            order.slotParallelLimit(),
            order.source(),
            order.fields());
    return switch (operators.submit(wanted)) {
      case OperatorJobs.Outcome.Queued queued -> new RerunJobOutcome.Queued(view(queued.job()));
      case OperatorJobs.Outcome.PhotoGone _ -> new RerunJobOutcome.SourceDeleted();
      case OperatorJobs.Outcome.Full _ -> new RerunJobOutcome.QueueFull();
      case OperatorJobs.Outcome.Stopping _ -> new RerunJobOutcome.Stopping();
    };
  }

  private JobView view(QueuedJob job) {
    return views.of(job);
  }
}
