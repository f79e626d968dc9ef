package dev.photobridge.application.engine;

import dev.photobridge.application.port.out.MediaAddresses;
import dev.photobridge.application.port.out.MediaDraft;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.application.port.out.NewMedia;
import dev.photobridge.application.port.out.PhotoInspection;
import dev.photobridge.application.port.out.PhotoInspector;
import dev.photobridge.application.port.out.PhotoPublisher;
import dev.photobridge.domain.job.JobOrder;
import dev.photobridge.domain.media.MediaKind;
import java.io.IOException;
import java.time.InstantSource;

/// Makes prepared photos readable at public links for as long as their job is open. Safe for use by
/// many threads.
public final class SharedPhotos {
  private final MediaStore media;
  private final PhotoInspector inspector;
  private final MediaAddresses addresses;
  private final InstantSource clock;

  /// @param inspector says what type to serve them as
  public SharedPhotos(
      MediaStore media, PhotoInspector inspector, MediaAddresses addresses, InstantSource clock) {
    this.media = media;
    this.inspector = inspector;
    this.addresses = addresses;
    this.clock = clock;
  }

  /// What publishes photos for one job. They expire with the job's lifetime at the latest, and are
  /// let go when it ends ([MediaStore#releaseJob]).
  PhotoPublisher of(JobOrder order) {
    return photo -> published(photo, order);
  }

  private String published(MediaDraft photo, JobOrder order) throws IOException {
    return switch (inspector.inspect(photo.file())) {
      case PhotoInspection.Measured measured -> {
        var shared =
            new NewMedia(
                MediaKind.SHARED, measured.facts(), clock.instant(), order.expiresAt(), order.id());
        yield addresses.of(media.keep(photo, shared).id());
      }
      case PhotoInspection.Unusable unusable ->
          throw new IOException(
              "a photo made ready for sending is none: " + unusable.refusal().inWords());
    };
  }
}
