package dev.photobridge.adapter.provider.pixels;

/// What came of decoding a photo.
public sealed interface PixelReading {
  /// Its pixels.
  record Decoded(Bitmap bitmap) implements PixelReading {}

  /// It can't be decoded.
  ///
  /// @param reason why, a short English phrase for the log
  record Undecodable(String reason) implements PixelReading {}
}
