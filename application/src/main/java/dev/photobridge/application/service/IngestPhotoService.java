package dev.photobridge.application.service;

import dev.photobridge.application.engine.AwaitedJobs;
import dev.photobridge.application.port.in.IngestPhotoCommand;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoUseCase;
import dev.photobridge.application.port.in.IngestRejection;
import dev.photobridge.application.port.in.Stopwatch;
import dev.photobridge.application.port.in.UploadOutcome;
import dev.photobridge.application.port.in.UploadRules;
import dev.photobridge.application.port.out.IngestPassword;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.application.port.out.PhotoInspector;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PhotoRefusal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Takes a photo in and waits for the processed one: find the slot, read the upload, look at the
/// photo, queue the job, wait, answer.
public final class IngestPhotoService implements IngestPhotoUseCase {
  private static final Duration RETRY_WHEN_FULL = Duration.ofSeconds(5);

  private final IngestSlots slots;
  private final IngestPassword password;
  private final MediaStore media;
  private final PhotoInspector inspector;
  private final JobOrders orders;
  private final AwaitedJobs jobs;
  private final IngestAnswers answers;

  public IngestPhotoService(
      IngestSlots slots,
      IngestPassword password,
      MediaStore media,
      PhotoInspector inspector,
      JobOrders orders,
      AwaitedJobs jobs,
      IngestAnswers answers) {
    this.slots = slots;
    this.password = password;
    this.media = media;
    this.inspector = inspector;
    this.orders = orders;
    this.jobs = jobs;
    this.answers = answers;
  }

  @Override
  public IngestPhotoOutcome ingest(IngestPhotoCommand command)
      throws IOException, InterruptedException {
    return switch (slots.find(command.account(), command.slot())) {
      case IngestSlots.Refused refused -> new IngestPhotoOutcome.Rejected(refused.why());
      case IngestSlots.Ready slot -> jobs.isFull() ? busy() : received(command, slot);
    };
  }

  private IngestPhotoOutcome received(IngestPhotoCommand command, IngestSlots.Ready slot)
      throws IOException, InterruptedException {
    try (MediaDraft draft = media.begin()) {
      var rules = new UploadRules(slot.limits().maxFileSize(), password::matches);
      UploadOutcome upload;
      try (OutputStream photo = draft.write()) {
        upload = command.upload().receive(rules, photo);
      }
      return switch (upload) {
        case UploadOutcome.Rejected rejected ->
            new IngestPhotoOutcome.Rejected(new IngestRejection.Upload(rejected.rejection()));
        case UploadOutcome.Received form -> inspected(command, slot, draft, form.fields());
      };
    }
  }

  private IngestPhotoOutcome inspected(
      IngestPhotoCommand command,
      IngestSlots.Ready slot,
      MediaDraft draft,
      Map<String, String> formFields)
      throws IOException, InterruptedException {
    return switch (inspector.inspect(draft.file())) {
      case PhotoInspection.Unusable unusable -> refused(command, slot, unusable.refusal());
      case PhotoInspection.Measured measured -> {
        Optional<PhotoRefusal> refusal = slot.limits().refusalOf(measured.facts());
        yield refusal.isPresent()
            ? refused(command, slot, refusal.get())
            : processed(command, slot, draft, measured.facts(), formFields);
      }
    };
  }

  private IngestPhotoOutcome processed(
      IngestPhotoCommand command,
      IngestSlots.Ready slot,
      MediaDraft draft,
      PhotoFacts facts,
      Map<String, String> formFields)
      throws IOException, InterruptedException {
    Stopwatch stopwatch = command.stopwatch();
    JobOrder order = orders.order(slot, draft, facts, fields(command, formFields), stopwatch);
    return switch (jobs.run(order, () -> orders.waitLeft(order, stopwatch))) {
      case AwaitedJobs.Outcome.Ended ended -> answers.answer(ended.job(), stopwatch);
      case AwaitedJobs.Outcome.StillOpen _ -> answers.tooLate(order, stopwatch);
      case AwaitedJobs.Outcome.Full _ -> {
        withdraw(order, "the queue is full", stopwatch);
        yield busy();
      }
      case AwaitedJobs.Outcome.Closed _ -> {
        withdraw(order, "the server is stopping", stopwatch);
        yield new IngestPhotoOutcome.Stopping();
      }
    };
  }

  private void withdraw(JobOrder order, String why, Stopwatch stopwatch) {
    orders.withdraw(order);
    answers.recordRefusal(order.slot(), why, stopwatch);
  }

  private IngestPhotoOutcome refused(
      IngestPhotoCommand command, IngestSlots.Ready slot, PhotoRefusal refusal) {
    answers.recordRefusal(slot.address(), refusal.inWords(), command.stopwatch());
    return new IngestPhotoOutcome.Rejected(new IngestRejection.Photo(refusal));
  }

  private static IngestPhotoOutcome busy() {
    return new IngestPhotoOutcome.Busy(RETRY_WHEN_FULL);
  }

  private static Map<String, String> fields(
      IngestPhotoCommand command, Map<String, String> formFields) {
    var fields = new HashMap<>(command.query());
    fields.putAll(formFields);
    // a link may carry the password by mistake; it is kept nowhere
    fields.remove("password");
    return fields;
  }
}
