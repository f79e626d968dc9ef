package dev.photobridge.domain.media;

import java.util.Arrays;
import java.util.Optional;

/// The image formats that pass through the bridge. Everything else is refused by its content.
public enum MediaType {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  WEBP("image/webp", "webp"),
  HEIC("image/heic", "heic"),
  HEIF("image/heif", "heif");

  private final String mime;
  private final String extension;

  MediaType(String mime, String extension) {
    this.mime = mime;
    this.extension = extension;
  }

  /// The name in `Content-Type` headers and the catalogue, such as `image/jpeg`.
  public String mime() {
    return mime;
  }

  /// The file name extension without its dot.
  public String extension() {
    return extension;
  }

  /// The type with this MIME name, in any case.
  public static Optional<MediaType> ofMime(String mime) {
    return Arrays.stream(values()).filter(type -> type.mime.equalsIgnoreCase(mime)).findFirst();
  }
}
