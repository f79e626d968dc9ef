package dev.photobridge.adapter.http.ingest;

import dev.photobridge.application.port.in.IngestPhotoCommand;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Rejected;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Substitute;
import dev.photobridge.application.port.in.IngestPhotoOutcome.Unprocessed;
import dev.photobridge.application.port.in.IngestPhotoUseCase;
import dev.photobridge.application.port.in.IngestRejection;
import dev.photobridge.application.port.in.PromisedOutcome;
import dev.photobridge.application.port.in.PromisedOutcome.Awaited;
import dev.photobridge.application.port.in.PromisedOutcome.Known;
import dev.photobridge.application.port.in.UploadOutcome;
import dev.photobridge.application.port.in.UploadRules;
import dev.photobridge.application.testing.BytesFile;
import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.ByteSize;
import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.testing.JobFixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Takes photos in as the real use case does, and then does what the test says. Knows one slot,
/// `slot-001`, and one password.
final class FakeIngest implements IngestPhotoUseCase {
  static final String PASSWORD = "123456";
  static final ByteSize MAX_FILE = ByteSize.ofMegabytes(1);
  static final JobId JOB = JobFixtures.aJobId(7);

  /// What becomes of a photo that has been taken in.
  interface Processing {
    IngestPhotoOutcome process(Taken taken) throws InterruptedException;
  }

  /// A photo that has been taken in.
  ///
  /// @param thread of the request
  record Taken(
      IngestPhotoCommand command, Map<String, String> fields, String photo, Thread thread) {}

  final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();
  final Queue<UploadOutcome> uploads = new ConcurrentLinkedQueue<>();

  /// How long photos wait, with no thread, before they are processed.
  volatile CompletableFuture<?> wait = CompletableFuture.completedFuture(true);

  volatile Processing processing = _ -> processed("processed photo");

  static IngestPhotoOutcome processed(String photo) {
    var file = new BytesFile(photo.getBytes(StandardCharsets.ISO_8859_1));
    return new IngestPhotoOutcome.Processed(JOB, MediaType.JPEG, file);
  }

  static IngestPhotoOutcome substituted(Substitute kind, Unprocessed insteadOf) {
    var file = new BytesFile("another photo".getBytes(StandardCharsets.ISO_8859_1));
    return new IngestPhotoOutcome.Substituted(kind, MediaType.PNG, file, insteadOf);
  }

  @Override
  public PromisedOutcome ingest(IngestPhotoCommand command) throws IOException {
    if (!command.slot().equals("slot-001")) {
      return new Known(new Rejected(new IngestRejection.SlotUnknown()));
    }
    var photo = new ByteArrayOutputStream();
    UploadOutcome upload =
        command.upload().receive(new UploadRules(MAX_FILE, PASSWORD::equals), photo);
    uploads.add(upload);
    return switch (upload) {
      case UploadOutcome.Rejected rejected ->
          new Known(new Rejected(new IngestRejection.Upload(rejected.rejection())));
      case UploadOutcome.Received received -> {
        String content = photo.toString(StandardCharsets.ISO_8859_1);
        var form = new Taken(command, received.fields(), content, Thread.currentThread());
        taken.add(form);
        yield new Awaited(wait.thenApply(_ -> () -> processing.process(form)));
      }
    };
  }
}
