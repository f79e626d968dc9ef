package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.adapter.provider.http.SendablePhoto;

/// One image of a call, as the service gets it.
sealed interface CallImage {
  /// Within the request.
  record Inline(SendablePhoto.Ready photo) implements CallImage {}

  /// By the name under which it was uploaded.
  record Uploaded(UploadedFile file) implements CallImage {}
}
