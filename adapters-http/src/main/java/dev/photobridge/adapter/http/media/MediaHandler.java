package dev.photobridge.adapter.http.media;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.PhotoRefusalAnswers;
import dev.photobridge.adapter.http.error.UploadRejectionAnswers;
import dev.photobridge.adapter.http.link.PublicLinks;
import dev.photobridge.application.port.in.RegisterMediaCommand;
import dev.photobridge.application.port.in.RegisterMediaOutcome;
import dev.photobridge.application.port.in.RegisterMediaUseCase;
import dev.photobridge.domain.media.MediaObject;
import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.openapi.api.MediaApi;
import dev.photobridge.openapi.model.MediaExtensionDto;
import dev.photobridge.openapi.model.RegisteredMediaDto;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes images that slots may use.
public final class MediaHandler implements MediaApi<ApiCall> {
  private final RegisterMediaUseCase registerMedia;
  private final PublicLinks links;

  /// Wired by the application; see the parameters' types.
  public MediaHandler(RegisterMediaUseCase registerMedia, PublicLinks links) {
    this.registerMedia = registerMedia;
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
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void getMediaThumbnail(ApiCall call, UUID id, @Nullable String ifNoneMatch) {
    throw new UnsupportedOperationException("not built yet");
  }
}
