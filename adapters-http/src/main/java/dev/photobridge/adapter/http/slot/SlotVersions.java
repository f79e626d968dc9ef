package dev.photobridge.adapter.http.slot;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Versions of slots as entity tags (RFC 9110, section 8.8.3): the number in quotes.
final class SlotVersions {
  private static final long NO_SUCH_VERSION = Long.MAX_VALUE;

  private SlotVersions() {}

  /// The value of `ETag`.
  static String tag(long version) {
    return "\"" + version + "\"";
  }

  /// The version that `If-Match` asks for; empty where any will do.
  ///
  /// @param ifMatch as the contract allows it: absent, `*`, or a number in quotes
  static Optional<Long> expected(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.equals("*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.valueOf(ifMatch.substring(1, ifMatch.length() - 1)));
    } catch (NumberFormatException e) {
      // more digits than any version has
      return Optional.of(NO_SUCH_VERSION);
    }
  }
}
