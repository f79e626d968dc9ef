package dev.photobridge.domain.media;

/// What a photo's own bytes say about it, read without decoding a pixel.
///
/// @param type by content, whatever name or header it came with
/// @param storedSize as stored, before orientation is applied
/// @param orientation how to turn it upright
/// @param animated whether it has more than one frame; only the first one is processed
/// @param fileSize size of the file
public record PhotoFacts(
    MediaType type,
    PixelSize storedSize,
    Orientation orientation,
    boolean animated,
    ByteSize fileSize) {
  /// The size once it stands upright.
  public PixelSize uprightSize() {
    return orientation.upright(storedSize);
  }
}
