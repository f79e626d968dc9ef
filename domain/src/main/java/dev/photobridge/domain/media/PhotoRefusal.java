package dev.photobridge.domain.media;

import java.util.Set;

/// Why a file is not taken as a photo.
public sealed interface PhotoRefusal {
  /// The reason as an English phrase for logs and operators.
  String inWords();

  /// It has no bytes.
  record Empty() implements PhotoRefusal {
    @Override
    public String inWords() {
      return "the file is empty";
    }
  }

  /// It has more bytes than the limit.
  record TooLarge(ByteSize limit) implements PhotoRefusal {
    @Override
    public String inWords() {
      return "the file has more than " + limit.bytes() + " bytes";
    }
  }

  /// Its content is not an image in any format known here.
  record NotAnImage() implements PhotoRefusal {
    @Override
    public String inWords() {
      return "the file is not an image in a known format";
    }
  }

  /// It is an image, but not of an allowed format.
  record TypeNotAllowed(MediaType found, Set<MediaType> allowed) implements PhotoRefusal {
    public TypeNotAllowed {
      allowed = Set.copyOf(allowed);
    }

    @Override
    public String inWords() {
      return found + " is not among the formats allowed";
    }
  }

  /// It begins like an image of this format, but its end is missing.
  record Truncated(MediaType type) implements PhotoRefusal {
    @Override
    public String inWords() {
      return "the end of the " + type + " file is missing";
    }
  }

  /// It begins like an image of this format, but is broken.
  ///
  /// @param reason what is broken, a short English phrase for the log
  record Unreadable(MediaType type, String reason) implements PhotoRefusal {
    @Override
    public String inWords() {
      return "the " + type + " file is broken: " + reason;
    }
  }

  /// Its header claims more pixels than the limit.
  record TooManyPixels(PixelSize claimed, long limit) implements PhotoRefusal {
    @Override
    public String inWords() {
      return claimed + " is more than " + limit + " pixels";
    }
  }

  /// Its shorter side is below the limit.
  record TooSmall(PixelSize size, int minSidePx) implements PhotoRefusal {
    @Override
    public String inWords() {
      return size + " has a side below " + minSidePx + " pixels";
    }
  }
}
