package dev.photobridge.adapter.http.media;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.image.ImageConditions;
import dev.photobridge.adapter.http.image.StoredImage;
import dev.photobridge.application.port.in.OpenMediaUseCase;
import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.openapi.api.PublicMediaApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands operators' images, and photos shared with a provider, to whoever knows their address.
public final class PublicMediaHandler implements PublicMediaApi<ApiCall> {
  private final OpenMediaUseCase openMedia;
  private final Duration longestCached;
  private final InstantSource clock;

  /// @param longestCached an upload lives at least that long from any moment at which it is kept
  ///   for a slot; caches may keep images no longer
  public PublicMediaHandler(
      OpenMediaUseCase openMedia, Duration longestCached, InstantSource clock) {
    this.openMedia = openMedia;
    this.longestCached = longestCached;
    this.clock = clock;
  }

  @Override
  public void getPublicMedia(
      ApiCall call,
      UUID id,
      @Nullable String range,
      @Nullable String ifRange,
      @Nullable String ifNoneMatch)
      throws IOException {
    try {
      image(id).send(call, new ImageConditions(range, ifRange, ifNoneMatch));
    } catch (NoSuchFileException e) {
      // deleted since it was looked up
      throw mediaNotFound();
    }
  }

  @Override
  public void headPublicMedia(ApiCall call, UUID id, @Nullable String ifNoneMatch) {
    image(id).announce(call, ImageConditions.unlessCurrent(ifNoneMatch));
  }

  private StoredImage image(UUID id) {
    OpenedMedia image =
        openMedia.open(new MediaId(id)).orElseThrow(PublicMediaHandler::mediaNotFound);
    String name = id + "." + image.media().facts().type().extension();
    return StoredImage.shown(image, name, cacheControl(image.media()));
  }

  private String cacheControl(MediaObject image) {
    return switch (image.kind()) {
      case UPLOAD -> untilItExpires(image);
      case SHARED, SOURCE, RESULT, THUMBNAIL -> StoredImage.NOT_AT_ALL;
    };
  }

  /// An image never changes under its id, but nobody shall keep it past its time. That of one in
  /// use may come at any moment, but no sooner than for a fresh upload.
  private String untilItExpires(MediaObject image) {
    Duration left = Duration.between(clock.instant(), image.expiresAt());
    Duration kept = left.compareTo(longestCached) < 0 ? left : longestCached;
    return "public, max-age=" + Math.max(0, kept.toSeconds()) + ", immutable";
  }

  private static ErrorAnswerException mediaNotFound() {
    return ErrorAnswer.of(ErrorCodeDto.MEDIA_NOT_FOUND).asException();
  }
}
