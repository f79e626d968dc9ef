package dev.photobridge.adapter.http.image;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which part of an image a request wants, and on what conditions, as its headers say.
public record ImageConditions(
    @Nullable String range, @Nullable String ifRange, @Nullable String ifNoneMatch) {
  /// A request for the whole image.
  public static ImageConditions unlessCurrent(@Nullable String ifNoneMatch) {
    return new ImageConditions(null, null, ifNoneMatch);
  }

  /// Whether the client has the image already (RFC 9110, section 13.1.2).
  ///
  /// @param tag the image's entity tag, with its quotes
  boolean isCurrent(String tag) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(String::strip)
            .anyMatch(known -> known.equals("*") || known.replaceFirst("^W/", "").equals(tag));
  }

  /// The part to send.
  ///
  /// @param tag the image's entity tag, with its quotes
  /// @param size of the image in bytes
  WantedPart part(String tag, long size) {
    return range == null || (ifRange != null && !ifRange.strip().equals(tag))
        ? new WantedPart.Whole()
        : WantedPart.of(range, size);
  }
}
