package dev.photobridge.adapter.http.media;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
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
  private static final Duration LONGEST_CACHED = Duration.ofDays(1);

  private final OpenMediaUseCase openMedia;
  private final InstantSource clock;

  /// Wired by the application; see the parameters' types.
  public PublicMediaHandler(OpenMediaUseCase openMedia, InstantSource clock) {
    this.openMedia = openMedia;
    this.clock = clock;
  }

  @Override
  public void getPublicMedia(
      ApiCall call, UUID id, @Nullable String range, @Nullable String ifNoneMatch)
      throws IOException {
    OpenedMedia image =
        openMedia.open(new MediaId(id)).orElseThrow(PublicMediaHandler::mediaNotFound);
    var type = image.media().facts().type();
    String name = id + "." + type.extension();
    try {
      call.header("Cache-Control", cacheControl(image.media()));
      call.header("Content-Disposition", "inline; filename=\"" + name + "\"");
      call.send(type.mime(), image.file());
    } catch (NoSuchFileException e) {
      // deleted since it was looked up
      throw mediaNotFound();
    }
  }

  private String cacheControl(MediaObject image) {
    return switch (image.kind()) {
      case UPLOAD -> untilItExpires(image);
      case SHARED, SOURCE, RESULT, THUMBNAIL -> "no-store";
    };
  }

  /// An image never changes under its id, but nobody shall keep it past its time.
  private String untilItExpires(MediaObject image) {
    Duration left = Duration.between(clock.instant(), image.expiresAt());
    Duration kept = left.compareTo(LONGEST_CACHED) < 0 ? left : LONGEST_CACHED;
    return "public, max-age=" + Math.max(0, kept.toSeconds()) + ", immutable";
  }

  private static ErrorAnswerException mediaNotFound() {
    return ErrorAnswer.of(ErrorCodeDto.MEDIA_NOT_FOUND).asException();
  }
}
