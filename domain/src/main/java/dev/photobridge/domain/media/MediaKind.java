package dev.photobridge.domain.media;

/// What a media object is kept for; decides how long and who may fetch it.
public enum MediaKind {
  /// A guest's photo as the booth sent it.
  SOURCE,
  /// A processed photo.
  RESULT,
  /// A photo made ready for one call of a provider that fetches it by its link, without metadata;
  /// gone with its job.
  SHARED,
  /// An image that an operator uploaded: template, frame, background.
  UPLOAD,
  /// A small picture of a result or an upload; gone with that one.
  THUMBNAIL
}
