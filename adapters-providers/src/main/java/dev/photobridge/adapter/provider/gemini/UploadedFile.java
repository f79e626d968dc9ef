package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.domain.media.MediaType;
import java.time.Instant;

/// An image that lies at the service.
///
/// @param name such as `files/abc`
/// @param uri what calls name it by; good with keys of the same project alone
/// @param type by content
/// @param expiresAt when the service deletes it
record UploadedFile(String name, String uri, MediaType type, Instant expiresAt) {
  /// The part of the name by which the service's error messages call it.
  String id() {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
