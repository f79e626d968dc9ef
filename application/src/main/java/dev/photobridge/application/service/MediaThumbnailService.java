package dev.photobridge.application.service;

import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.application.port.in.OpenThumbnailUseCase;
import dev.photobridge.application.port.out.MediaStore;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/// Shows operators their uploads in small.
public final class MediaThumbnailService implements OpenThumbnailUseCase {
  private final MediaStore media;
  private final Thumbnails thumbnails;
  private final InstantSource clock;

  public MediaThumbnailService(MediaStore media, Thumbnails thumbnails, InstantSource clock) {
    this.media = media;
    this.thumbnails = thumbnails;
    this.clock = clock;
  }

  @Override
  public Outcome open(MediaId upload) throws IOException, InterruptedException {
    Optional<MediaObject> found =
        media
            .find(upload)
            .filter(image -> image.kind() == MediaKind.UPLOAD)
            .filter(image -> !image.isExpiredAt(clock.instant()));
    if (found.isEmpty()) {
      return new Outcome.Unknown();
    }
    Optional<OpenedMedia> thumbnail = thumbnails.of(found.get());
    return thumbnail.isPresent() ? new Outcome.Opened(thumbnail.get()) : new Outcome.NotDrawable();
  }
}
