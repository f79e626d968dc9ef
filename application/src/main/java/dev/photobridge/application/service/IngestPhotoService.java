package dev.photobridge.application.service;

import dev.photobridge.application.engine.Admission;
import dev.photobridge.application.port.in.IngestPhotoCommand;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoUseCase;
import dev.photobridge.application.port.in.IngestRejection;
import dev.photobridge.application.port.in.PromisedOutcome;
import dev.photobridge.application.port.in.Stopwatch;
import dev.photobridge.application.port.in.UploadOutcome;
import dev.photobridge.application.port.in.UploadRules;
import dev.photobridge.application.port.out.IngestPassword;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.PassingPhoto;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.application.port.out.PhotoInspector;
import dev.photobridge.domain.job.DuplicateKey;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.domain.slot.FailureReply;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Takes a photo in for a processed one: find the slot, read the upload, look at the photo, queue
/// the job. What follows once the job has ended is up to [IngestJobs].
public final class IngestPhotoService implements IngestPhotoUseCase {
  private final IngestSlots slots;
  private final IngestPassword password;
  private final MediaStore media;
  private final PhotoInspector inspector;
  private final Admission admission;
  private final IngestRecords records;
  private final IngestJobs jobs;

  public IngestPhotoService(
      IngestSlots slots,
      IngestPassword password,
      MediaStore media,
      PhotoInspector inspector,
      Admission admission,
      IngestRecords records,
      IngestJobs jobs) {
    this.slots = slots;
    this.password = password;
    this.media = media;
    this.inspector = inspector;
    this.admission = admission;
    this.records = records;
    this.jobs = jobs;
  }

  @Override
  public PromisedOutcome ingest(IngestPhotoCommand command)
      throws IOException, InterruptedException {
    return switch (slots.find(command.account(), command.slot())) {
      case IngestSlots.Refused refused -> rejected(refused.why());
      case IngestSlots.Ready slot -> admitted(command, slot);
    };
  }

  /// A photo that may be received.
  ///
  /// @param longestWait how long its booth may be kept waiting
  /// @param busy why no job is made of it; empty where one is
  private record Post(
      IngestPhotoCommand command,
      IngestSlots.Ready slot,
      Duration longestWait,
      Optional<IngestPhotoOutcome.Busy> busy) {}

  private PromisedOutcome admitted(IngestPhotoCommand command, IngestSlots.Ready slot)
      throws IOException, InterruptedException {
    Duration longestWait = jobs.longestWait(slot);
    Optional<Duration> refusal =
        admission.refusal(
            slot.provider(),
            slot.address(),
            slot.slot().rules(),
            jobs.answerBy(longestWait, command.stopwatch()));
    Optional<IngestPhotoOutcome.Busy> busy = refusal.map(IngestPhotoOutcome.Busy::new);
    return busy.isPresent() && isAnsweredWithError(slot)
        ? new PromisedOutcome.Known(busy.get())
        : received(new Post(command, slot, longestWait, busy));
  }

  /// Then the photo need not even be read.
  private static boolean isAnsweredWithError(IngestSlots.Ready slot) {
    return slot.slot().rules().failureReply() instanceof FailureReply.ErrorStatus;
  }

  private PromisedOutcome received(Post post) throws IOException, InterruptedException {
    IngestSlots.Ready slot = post.slot();
    try (MediaDraft draft = media.begin()) {
      var rules = new UploadRules(slot.limits().maxFileSize(), password::matches);
      boolean joins = slot.slot().rules().joinDuplicates();
      var digest = new PhotoDigest();
      PassingPhoto passing = inspector.passing();
      UploadOutcome upload;
      try (OutputStream file = passing.over(draft.write());
          OutputStream photo = joins ? digest.over(file) : file) {
        upload = post.command().upload().receive(rules, photo);
      }
      return switch (upload) {
        case UploadOutcome.Rejected rejected ->
            rejected(new IngestRejection.Upload(rejected.rejection()));
        case UploadOutcome.Received form -> {
          Map<String, String> fields = fields(post.command(), form.fields());
          DuplicateKey key =
              joins ? digest.key(slot.address(), slot.slot().version(), fields) : null;
          yield inspected(post, draft, passing, new PhotoForm(fields, key));
        }
      };
    }
  }

  private PromisedOutcome inspected(
      Post post, MediaDraft draft, PassingPhoto passing, PhotoForm form)
      throws IOException, InterruptedException {
    IngestSlots.Ready slot = post.slot();
    Stopwatch stopwatch = post.command().stopwatch();
    return switch (passing.inspect(draft.file())) {
      case PhotoInspection.Unusable unusable -> refused(slot, unusable.refusal(), stopwatch);
      case PhotoInspection.Measured measured -> {
        Optional<PhotoRefusal> refusal = slot.limits().refusalOf(measured.facts());
        if (refusal.isPresent()) {
          yield refused(slot, refusal.get(), stopwatch);
        }
        JobOrder order =
            jobs.order(slot, draft, measured.facts(), form, post.longestWait(), stopwatch);
        yield post.busy().isPresent()
            ? new PromisedOutcome.Known(jobs.refuse(slot, order, post.busy().get(), stopwatch))
            : jobs.run(slot, order, stopwatch);
      }
    };
  }

  private PromisedOutcome refused(
      IngestSlots.Ready slot, PhotoRefusal refusal, Stopwatch stopwatch) {
    records.refused(slot, refusal.inWords(), stopwatch);
    return rejected(new IngestRejection.Photo(refusal));
  }

  private static PromisedOutcome rejected(IngestRejection why) {
    return new PromisedOutcome.Known(new IngestPhotoOutcome.Rejected(why));
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
