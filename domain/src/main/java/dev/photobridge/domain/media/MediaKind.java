package dev.photobridge.domain.media;

/// What a media object is kept for; decides how long and who may fetch it.
public enum MediaKind {
  /// A guest's photo as the booth sent it.
  SOURCE,
  /// A processed photo.
  RESULT,
  /// An image that an operator uploaded: template, frame, background.
  UPLOAD
}
