package dev.photobridge.domain.media;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Names a media object; random, so that a public link can't be guessed.
public record MediaId(UUID value) {
  /// "thumb" in letters: leaves the bits alone that say what kind of UUID it is.
  private static final long THUMBNAIL = 0x7468756d62L;

  private static final Pattern SHAPE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /// The media id that outside text spells, or empty where it is none.
  public static Optional<MediaId> parse(String text) {
    return SHAPE.matcher(text).matches()
        ? Optional.of(new MediaId(UUID.fromString(text)))
        : Optional.empty();
  }

  /// The name of this image's thumbnail, always the same: so it is found again, and of two made at
  /// once only one is kept.
  public MediaId thumbnail() {
    return new MediaId(
        new UUID(value.getMostSignificantBits(), value.getLeastSignificantBits() ^ THUMBNAIL));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
