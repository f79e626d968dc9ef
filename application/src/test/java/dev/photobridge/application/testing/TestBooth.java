package dev.photobridge.application.testing;

import dev.photobridge.application.port.in.IngestPhotoCommand;
import dev.photobridge.application.port.in.IngestPhotoOutcome;
import dev.photobridge.application.port.in.PhotoUpload;
import dev.photobridge.application.port.in.PromisedOutcome;
import dev.photobridge.application.port.in.Stopwatch;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A booth that sends photos to Serg's slot 1 and waits for each answer.
public final class TestBooth {
  private final TestBridge bridge;

  public TestBooth(TestBridge bridge) {
    this.bridge = bridge;
  }

  /// Sends a form; its time goes by the bridge's clock.
  public IngestPhotoOutcome sends(PhotoUpload form) throws Exception {
    return sends(form, bridge.clock.stopwatch());
  }

  /// Sends a form and waits for the answer, however far the bridge's clock is moved meanwhile.
  public IngestPhotoOutcome sendsWithoutHaste(PhotoUpload form) throws Exception {
    return sends(form, () -> Duration.ZERO);
  }

  /// Sends a form; its time goes by this stopwatch.
  public IngestPhotoOutcome sends(PhotoUpload form, Stopwatch stopwatch) throws Exception {
    return told(
        bridge.ingest.ingest(
            new IngestPhotoCommand(Optional.empty(), "slot-001", Map.of(), stopwatch, form)));
  }

  /// What a booth is told in the end.
  public static IngestPhotoOutcome told(PromisedOutcome answer) throws Exception {
    return switch (answer) {
      case PromisedOutcome.Known known -> known.outcome();
      case PromisedOutcome.Awaited awaited ->
          awaited.conclusion().toCompletableFuture().get().outcome();
    };
  }

  /// Sends a form in the background, without haste.
  public CompletableFuture<IngestPhotoOutcome> sendsMeanwhile(PhotoUpload form) {
    var outcome = new CompletableFuture<IngestPhotoOutcome>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                outcome.complete(sendsWithoutHaste(form));
              } catch (Throwable e) {
                outcome.completeExceptionally(e);
              }
            });
    return outcome;
  }
}
