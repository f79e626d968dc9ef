package dev.photobridge.adapter.http.media;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.error.ErrorAnswerException;
import dev.photobridge.adapter.http.error.PhotoRefusalAnswers;
import dev.photobridge.adapter.http.error.UploadRejectionAnswers;
import dev.photobridge.adapter.http.image.ImageConditions;
import dev.photobridge.adapter.http.image.StoredImage;
import dev.photobridge.adapter.http.link.PublicLinks;
import dev.photobridge.application.port.in.ExtendMediaCommand;
import dev.photobridge.application.port.in.ExtendMediaUseCase;
import dev.photobridge.application.port.in.OpenThumbnailUseCase;
import dev.photobridge.application.port.in.RegisterMediaCommand;
import dev.photobridge.application.port.in.RegisterMediaOutcome;
import dev.photobridge.application.port.in.RegisterMediaUseCase;
import dev.photobridge.domain.media.MediaId;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.openapi.api.MediaApi;
import dev.photobridge.openapi.model.ErrorCodeDto;
import dev.photobridge.openapi.model.MediaExtensionDto;
import dev.photobridge.openapi.model.RegisteredMediaDto;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes images that slots may use, keeps them and shows them in small.
public final class MediaHandler implements MediaApi<ApiCall> {
  private final RegisterMediaUseCase registerMedia;
  private final ExtendMediaUseCase extendMedia;
  private final OpenThumbnailUseCase thumbnails;
  private final PublicLinks links;

  /// Wired by the application; see the parameters' types.
  public MediaHandler(
      RegisterMediaUseCase registerMedia,
      ExtendMediaUseCase extendMedia,
      OpenThumbnailUseCase thumbnails,
      PublicLinks links) {
    this.registerMedia = registerMedia;
    this.extendMedia = extendMedia;
    this.thumbnails = thumbnails;
    this.links = links;
  }

  @Override
  public RegisteredMediaDto registerMedia(ApiCall call) throws IOException {
    var command = new RegisterMediaCommand(new MultipartMediaUpload(call));
    String field = MultipartMediaUpload.FILE_FIELD;
    return switch (registerMedia.register(command)) {
      case RegisterMediaOutcome.Registered registered -> dto(registered.media());
      case RegisterMediaOutcome.UploadRejected rejected ->
          throw UploadRejectionAnswers.of(rejected.why(), field).asException();
      case RegisterMediaOutcome.Refused refused ->
          throw PhotoRefusalAnswers.of(refused.why(), field).asException();
    };
  }

  private RegisteredMediaDto dto(MediaObject image) {
    PhotoFacts facts = image.facts();
    return new RegisteredMediaDto(
        image.id().value(),
        links.media(image.id()),
        image.expiresAt(),
        facts.type().mime(),
        facts.fileSize().bytes(),
        facts.uprightSize().width(),
        facts.uprightSize().height());
  }

  @Override
  public RegisteredMediaDto extendMedia(ApiCall call, MediaExtensionDto extension) {
    var command =
        new ExtendMediaCommand(
            new MediaId(extension.id()),
            Optional.ofNullable(extension.ttlSec()).map(MediaHandler::timeToLive));
    return extendMedia.extend(command).map(this::dto).orElseThrow(MediaHandler::notFound);
  }

  private static Duration timeToLive(int seconds) {
    if (seconds < 1 || seconds > MultipartMediaUpload.LONGEST_TTL_SEC) {
      throw ErrorAnswer.of(ErrorCodeDto.BODY_INVALID)
          .with("field", "/ttl_sec")
          .with("reason", "not_allowed")
          .with("found", seconds)
          .with("allowed", "1-" + MultipartMediaUpload.LONGEST_TTL_SEC)
          .asException();
    }
    return Duration.ofSeconds(seconds);
  }

  @Override
  public void getMediaThumbnail(ApiCall call, UUID id, @Nullable String ifNoneMatch)
      throws IOException, InterruptedException {
    try {
      switch (thumbnails.open(new MediaId(id))) {
        case OpenThumbnailUseCase.Outcome.Opened(var thumbnail) ->
            StoredImage.shown(thumbnail, id + "-small.jpg", StoredImage.ASKING_EACH_TIME)
                .send(call, ImageConditions.unlessCurrent(ifNoneMatch));
        case OpenThumbnailUseCase.Outcome.Unknown _ -> throw notFound();
        case OpenThumbnailUseCase.Outcome.NotDrawable _ ->
            throw ErrorAnswer.of(ErrorCodeDto.MEDIA_NOT_FOUND)
                .with("reason", "no_thumbnail")
                .asException();
      }
    } catch (NoSuchFileException e) {
      // deleted since it was looked up
      throw notFound();
    }
  }

  private static ErrorAnswerException notFound() {
    return ErrorAnswer.of(ErrorCodeDto.MEDIA_NOT_FOUND).asException();
  }
}
