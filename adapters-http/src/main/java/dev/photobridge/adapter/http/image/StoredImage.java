package dev.photobridge.adapter.http.image;

import dev.photobridge.adapter.http.call.ApiCall;
import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.application.port.in.OpenMediaUseCase.OpenedMedia;
import dev.photobridge.application.port.out.StoredFile;
import dev.photobridge.openapi.model.ErrorCodeDto;
import java.io.IOException;
import java.io.InputStream;

/// A stored image as an answer: the one way in which images leave, but for booths' answers.
///
/// @param image what to send
/// @param name under which a browser saves it; made here, never by a client
/// @param download whether a browser shall save it rather than show it
/// @param cacheControl who may keep it, and for how long
public record StoredImage(OpenedMedia image, String name, boolean download, String cacheControl) {
  /// The client may keep it, and asks each time whether it still may.
  public static final String ASKING_EACH_TIME = "private, no-cache";

  /// Nobody may keep it.
  public static final String NOT_AT_ALL = "no-store";

  /// Nothing of what an image may hold is ever run.
  private static final String HARMLESS = "default-src 'none'; frame-ancestors 'none'; sandbox";

  /// Shown by a browser.
  public static StoredImage shown(OpenedMedia image, String name, String cacheControl) {
    return new StoredImage(image, name, false, cacheControl);
  }

  /// Answers with what the client wants of it.
  ///
  /// @throws java.nio.file.NoSuchFileException when its file is gone; nothing was answered then
  /// @throws IOException when it can't be read, or the client is gone
  public void send(ApiCall call, ImageConditions wanted) throws IOException {
    if (wanted.isCurrent(tag())) {
      notModified(call);
      return;
    }
    long size = size();
    StoredFile file = image.file();
    switch (wanted.part(tag(), size)) {
      case WantedPart.Whole _ -> {
        try (InputStream bytes = file.open()) {
          describe(call);
          call.send(mime(), bytes, size);
        }
      }
      case WantedPart.Part part -> {
        try (InputStream bytes = file.open(part.first(), part.length())) {
          describe(call);
          call.status(206);
          call.header("Content-Range", part.contentRange(size));
          call.send(mime(), bytes, part.length());
        }
      }
      case WantedPart.Beyond _ -> {
        call.header("Content-Range", "bytes */" + size);
        throw ErrorAnswer.of(ErrorCodeDto.RANGE_NOT_SATISFIABLE).asException();
      }
    }
  }

  /// Answers as [#send] would, without the image.
  public void announce(ApiCall call, ImageConditions wanted) {
    if (wanted.isCurrent(tag())) {
      notModified(call);
    } else {
      describe(call);
      call.announce(mime(), size());
    }
  }

  private void notModified(ApiCall call) {
    call.header("ETag", tag());
    call.header("Cache-Control", cacheControl);
    call.status(304);
  }

  private void describe(ApiCall call) {
    call.header("Accept-Ranges", "bytes");
    call.header("Cache-Control", cacheControl);
    call.header("Content-Disposition", disposition());
    call.header("Content-Security-Policy", HARMLESS);
    call.header("ETag", tag());
  }

  private String disposition() {
    return (download ? "attachment" : "inline") + "; filename=\"" + name + "\"";
  }

  /// An id never gets other bytes.
  private String tag() {
    return "\"" + image.media().id() + "\"";
  }

  private long size() {
    return image.media().facts().fileSize().bytes();
  }

  private String mime() {
    return image.media().facts().type().mime();
  }
}
