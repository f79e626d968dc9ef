package dev.photobridge.domain.media;

import java.util.Set;

/// Why a file is not taken as a photo.
public sealed interface PhotoRefusal {
  /// It has no bytes.
  record Empty() implements PhotoRefusal {}

  /// It has more bytes than the limit.
  record TooLarge(ByteSize limit) implements PhotoRefusal {}

  /// Its content is not an image in any format known here.
  record NotAnImage() implements PhotoRefusal {}

  /// It is an image, but not of an allowed format.
  record TypeNotAllowed(MediaType found, Set<MediaType> allowed) implements PhotoRefusal {
    public TypeNotAllowed {
      allowed = Set.copyOf(allowed);
    }
  }

  /// It begins like an image of this format, but its end is missing.
  record Truncated(MediaType type) implements PhotoRefusal {}

  /// It begins like an image of this format, but is broken.
  ///
  /// @param reason what is broken, a short English phrase for the log
  record Unreadable(MediaType type, String reason) implements PhotoRefusal {}

  /// Its header claims more pixels than the limit.
  record TooManyPixels(PixelSize claimed, long limit) implements PhotoRefusal {}

  /// Its shorter side is below the limit.
  record TooSmall(PixelSize size, int minSidePx) implements PhotoRefusal {}
}
