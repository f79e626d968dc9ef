package dev.photobridge.contract;

/// An address at which there is an image.
final class Images {
  private Images() {}

  /// Fetches it, a part of it, one that is known, and a part that it has not.
  static void make(Caller caller, String path) {
    String etag = caller.get(200, path).header("ETag");
    caller.with("If-None-Match", etag).get(304, path);
    caller.with("Range", "bytes=0-9").get(206, path);
    caller.with("Range", "bytes=1000000000-").get(416, path);
  }
}
