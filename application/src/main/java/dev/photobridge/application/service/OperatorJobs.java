package dev.photobridge.application.service;

import dev.photobridge.application.port.out.JobQueue;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.SubmitOutcome;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.job.JobOrigin;
import dev.photobridge.domain.job.QueuedJob;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.slot.SlotAddress;
import dev.photobridge.domain.slot.SlotSetup;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes and queues the jobs of operators, for which no booth waits: tests of slots, and jobs that
/// are run again. They go the very way of a booth's job, with its limits, retries, fallback and
/// times; when one ends, the processing log gets its row. Safe for use by many threads.
public final class OperatorJobs {
  private final ProviderCatalogue catalogue;
  private final MediaStore media;
  private final JobOrders orders;
  private final JobQueue queue;
  private final InstantSource clock;

  public OperatorJobs(
      ProviderCatalogue catalogue,
      MediaStore media,
      JobOrders orders,
      JobQueue queue,
      InstantSource clock) {
    this.catalogue = catalogue;
    this.media = media;
    this.orders = orders;
    this.queue = queue;
    this.clock = clock;
  }

  /// What an operator wants done.
  ///
  /// @param slot whose costs and caps it counts in
  /// @param origin test or rerun
  /// @param setup what to do
  /// @param fallback what is tried when that fails; null: nothing
  /// @param slotParallelLimit jobs of the slot that may run at once; null: no limit of its own
  /// @param photo the photo, of whatever kind; the job gets a copy of its own, so that this one may
  ///   go at any time
  /// @param fields what a booth would have sent in its form
  public record Wanted(
      SlotAddress slot,
      JobOrigin origin,
      SlotSetup setup,
      @Nullable SlotSetup fallback,
      @Nullable Integer slotParallelLimit,
      MediaId photo,
      Map<String, String> fields) {
    public Wanted {
      fields = Map.copyOf(fields);
    }
  }

  /// What came of it.
  public sealed interface Outcome {
    /// It waits for a worker.
    record Queued(QueuedJob job) implements Outcome {}

    /// Its photo is not there any more.
    record PhotoGone() implements Outcome {}

    /// Not accepted: no room.
    record Full() implements Outcome {}

    /// Not accepted: the server is stopping.
    record Stopping() implements Outcome {}
  }

  /// Makes the job and queues it.
  ///
  /// @throws IOException when the photo can't be copied, such as on a full disk
  public Outcome submit(Wanted wanted) throws IOException {
    Optional<MediaObject> photo = present(wanted.photo());
    if (photo.isEmpty()) {
      return new Outcome.PhotoGone();
    }
    try (MediaDraft copy = media.begin()) {
      try (InputStream original = media.file(photo.get()).open();
          OutputStream written = copy.write()) {
        original.transferTo(written);
      } catch (IOException e) {
        // a photo whose time is over may have been deleted right then
        if (present(wanted.photo()).isEmpty()) {
          return new Outcome.PhotoGone();
        }
        throw e;
      }
      return queued(
          orders.order(
              wanted, copy, photo.get().facts(), providerTimeout(wanted.setup()), clock.instant()));
    }
  }

  private Optional<MediaObject> present(MediaId photo) {
    return media.find(photo).filter(found -> !found.isExpiredAt(clock.instant()));
  }

  private Outcome queued(JobOrder order) {
    QueuedJob job = QueuedJob.accepted(order);
    return switch (queue.submit(job)) {
      case SubmitOutcome.Queued _ -> new Outcome.Queued(job);
      case SubmitOutcome.Full _ -> refused(order, new Outcome.Full());
      case SubmitOutcome.Closed _ -> refused(order, new Outcome.Stopping());
      case SubmitOutcome.Joined joined ->
          throw new IllegalStateException("joined to " + joined.job() + ", which needs a key");
    };
  }

  private Outcome refused(JobOrder order, Outcome why) {
    orders.withdraw(order);
    return why;
  }

  /// A provider that the catalogue no longer has fails the job, which then says so.
  private Duration providerTimeout(SlotSetup setup) {
    return catalogue
        .provider(setup.provider())
        .map(provider -> provider.ingest().timeout())
        .orElse(Duration.ZERO);
  }
}
