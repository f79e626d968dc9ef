package dev.photobridge.adapter.provider.pixels;

import dev.photobridge.domain.media.PhotoFacts;
import dev.photobridge.domain.media.PixelSize;

/// What is to be decoded.
///
/// @param shrink whole factor by which it is made smaller first
/// @param upright size that it shall have in the end
record DecodingTask(PhotoFacts photo, int shrink, PixelSize upright) {
  /// Takes the stored rows.
  UprightCanvas canvas() {
    return new UprightCanvas(
        photo.storedSize(), photo.orientation(), shrink, photo.orientation().upright(upright));
  }
}
