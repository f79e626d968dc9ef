package dev.photobridge.application.port.out;

import dev.photobridge.domain.job.JobId;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaKind;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.PhotoFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a draft becomes when it is kept.
///
/// @param job the job it belongs to; null for an operator's upload and for thumbnails
/// @param parent the image that a thumbnail shows; null for anything else
public record NewMedia(
    MediaKind kind,
    PhotoFacts facts,
    Instant createdAt,
    Instant expiresAt,
    @Nullable JobId job,
    @Nullable MediaId parent) {
  public NewMedia {
    if ((kind == MediaKind.THUMBNAIL) != (parent != null)) {
      throw new IllegalArgumentException("a thumbnail, and nothing else, is of another image");
    }
  }

  /// Anything but a thumbnail.
  public NewMedia(
      MediaKind kind, PhotoFacts facts, Instant createdAt, Instant expiresAt, @Nullable JobId job) {
    this(kind, facts, createdAt, expiresAt, job, null);
  }

  /// The thumbnail of this image.
  public static NewMedia thumbnail(MediaObject parent, PhotoFacts facts, Instant createdAt) {
    return new NewMedia(
        MediaKind.THUMBNAIL, facts, createdAt, parent.expiresAt(), null, parent.id());
  }
}
