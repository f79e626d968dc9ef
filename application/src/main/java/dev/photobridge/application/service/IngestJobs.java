package dev.photobridge.application.service;

import dev.photobridge.application.engine.AwaitedJobs;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Busy;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Stopping;
import dev.photobridge.application.port.in.IngestPhotoOutcome.TooLate;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Unprocessed;
import dev.photobridge.application.port.in.PromisedOutcome;
import dev.photobridge.application.port.in.Stopwatch;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.domain.job.FinishedJob;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.slot.SlotRules;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/// The job of a photo that was accepted: queues it, waits for it, and says what the booth is told
/// in the end.
public final class IngestJobs {
  private static final Duration RETRY_WHEN_FULL = Duration.ofSeconds(5);

  private final JobOrders orders;
  private final AwaitedJobs jobs;
  private final IngestAnswers answers;
  private final FailureReplies replies;
  private final IngestRecords records;

  public IngestJobs(
      JobOrders orders,
      AwaitedJobs jobs,
      IngestAnswers answers,
      FailureReplies replies,
      IngestRecords records) {
    this.orders = orders;
    this.jobs = jobs;
    this.answers = answers;
    this.replies = replies;
    this.records = records;
  }

  /// How long a booth may be kept waiting, as operators have it now.
  Duration longestWait(IngestSlots.Ready slot) {
    return orders.longestWait(slot);
  }

  /// When the booth has to have its answer.
  Instant answerBy(Duration wait, Stopwatch stopwatch) {
    return orders.answerBy(wait, stopwatch);
  }

  /// Keeps the photo and makes its order.
  JobOrder order(
      IngestSlots.Ready slot,
      MediaDraft draft,
      PhotoFacts facts,
      PhotoForm form,
      Duration wait,
      Stopwatch stopwatch)
      throws IOException {
    return orders.order(slot, draft, facts, form, wait, stopwatch);
  }

  /// Queues the job. Its answer comes when the job has ended or the booth's time is up.
  PromisedOutcome run(IngestSlots.Ready slot, JobOrder order, Stopwatch stopwatch) {
    Duration reserve = replies.timeNeeded(slot.slot().rules());
    return new PromisedOutcome.Awaited(
        jobs.run(order, () -> orders.waitLeft(order, stopwatch).minus(reserve))
            .thenApply(came -> () -> concluded(came, slot, order, stopwatch)));
  }

  private IngestPhotoOutcome concluded(
      AwaitedJobs.Outcome came, IngestSlots.Ready slot, JobOrder order, Stopwatch stopwatch)
      throws InterruptedException {
    return switch (came) {
      case AwaitedJobs.Outcome.Ended ended -> ended(slot, order, ended.job(), stopwatch);
      case AwaitedJobs.Outcome.StillOpen open -> stillOpen(slot, order, open.job(), stopwatch);
      case AwaitedJobs.Outcome.Full _ -> refuse(slot, order, new Busy(RETRY_WHEN_FULL), stopwatch);
      case AwaitedJobs.Outcome.Closed _ -> refuse(slot, order, new Stopping(), stopwatch);
    };
  }

  /// Makes no job of the photo.
  IngestPhotoOutcome refuse(
      IngestSlots.Ready slot, JobOrder order, Unprocessed why, Stopwatch stopwatch)
      throws InterruptedException {
    IngestPhotoOutcome outcome = told(slot, order, why);
    orders.withdraw(order);
    records.notQueued(slot, outcome, stopwatch);
    return outcome;
  }

  private IngestPhotoOutcome ended(
      IngestSlots.Ready slot, JobOrder order, FinishedJob job, Stopwatch stopwatch)
      throws InterruptedException {
    IngestPhotoOutcome outcome =
        told(slot, order, answers.answer(job, () -> orders.waitLeft(order, stopwatch)));
    records.ended(slot, job, withdrawnIfJoined(order, job.id()), outcome, stopwatch);
    return outcome;
  }

  private IngestPhotoOutcome stillOpen(
      IngestSlots.Ready slot, JobOrder order, JobId job, Stopwatch stopwatch)
      throws InterruptedException {
    IngestPhotoOutcome outcome = told(slot, order, new TooLate(job));
    records.stillOpen(slot, job, withdrawnIfJoined(order, job), outcome, stopwatch);
    return outcome;
  }

  private IngestPhotoOutcome told(
      IngestSlots.Ready slot, JobOrder order, IngestPhotoOutcome outcome)
      throws InterruptedException {
    SlotRules rules = slot.slot().rules();
    return outcome instanceof Unprocessed unprocessed
        ? replies.instead(unprocessed, rules, order)
        : outcome;
  }

  /// The photo of an order that was joined to another one's job is of no use.
  private boolean withdrawnIfJoined(JobOrder order, JobId job) {
    boolean joined = !job.equals(order.id());
    if (joined) {
      orders.withdraw(order);
    }
    return joined;
  }
}
