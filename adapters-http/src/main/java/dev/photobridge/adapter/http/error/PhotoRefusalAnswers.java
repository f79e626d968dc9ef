package dev.photobridge.adapter.http.error;

import dev.photobridge.domain.media.MediaType;
import dev.photobridge.domain.media.PhotoRefusal;
import dev.photobridge.openapi.model.ErrorCodeDto;

/// What a client is told about an image that is not taken.
public final class PhotoRefusalAnswers {
  private PhotoRefusalAnswers() {}

  /// The code, with what is wrong among the details.
  ///
  /// @param field the form field that the image came in
  public static ErrorAnswer of(PhotoRefusal refusal, String field) {
    return of(refusal).with("field", field);
  }

  private static ErrorAnswer of(PhotoRefusal refusal) {
    return switch (refusal) {
      case PhotoRefusal.Empty _ -> ErrorAnswer.of(ErrorCodeDto.FILE_EMPTY);
      case PhotoRefusal.TooLarge large ->
          ErrorAnswer.of(ErrorCodeDto.FILE_TOO_LARGE).with("limit", large.limit().bytes());
      case PhotoRefusal.NotAnImage _ -> ErrorAnswer.of(ErrorCodeDto.NOT_AN_IMAGE);
      case PhotoRefusal.TypeNotAllowed type ->
          ErrorAnswer.of(ErrorCodeDto.MEDIA_TYPE_NOT_ALLOWED)
              .with("found", type.found().mime())
              .with("allowed", type.allowed().stream().map(MediaType::mime).sorted().toList());
      case PhotoRefusal.Truncated cut ->
          ErrorAnswer.of(ErrorCodeDto.PHOTO_TRUNCATED).with("found", cut.type().mime());
      case PhotoRefusal.Unreadable broken ->
          ErrorAnswer.of(ErrorCodeDto.PHOTO_UNREADABLE).with("found", broken.type().mime());
      case PhotoRefusal.TooManyPixels large ->
          ErrorAnswer.of(ErrorCodeDto.PHOTO_TOO_MANY_PIXELS)
              .with("limit", large.limit())
              .with("found", large.claimed().area());
      case PhotoRefusal.TooSmall small ->
          ErrorAnswer.of(ErrorCodeDto.PHOTO_TOO_SMALL)
              .with("limit", small.minSidePx())
              .with("found", small.size().shortestSide());
    };
  }
}
