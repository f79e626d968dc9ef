package dev.photobridge.adapter.http.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which part of a file a request wants (RFC 9110, section 14.2). One range is served; what is
/// none, or more than one, counts as absent.
sealed interface WantedPart {
  /// All of it.
  record Whole() implements WantedPart {}

  /// These bytes.
  ///
  /// @param first counted from 0
  /// @param length at least 1, all of it within the file
  record Part(long first, long length) implements WantedPart {
    /// The value of `Content-Range`.
    String contentRange(long size) {
      return "bytes %d-%d/%d".formatted(first, first + length - 1, size);
    }
  }

  /// Bytes that the file does not have.
  record Beyond() implements WantedPart {}

  /// What the header `Range` asks for.
  ///
  /// @param size of the file in bytes
  static WantedPart of(String range, long size) {
    Matcher one = Spelling.ONE_RANGE.matcher(range);
    if (!one.matches()) {
      return new Whole();
    }
    Optional<Long> first = Spelling.number(one.group("first"));
    Optional<Long> last = Spelling.number(one.group("last"));
    if (first.isEmpty()) {
      return last.map(length -> end(length, size)).orElseGet(Whole::new);
    }
    return between(first.get(), last.orElse(Long.MAX_VALUE), size);
  }

  private static WantedPart between(long first, long last, long size) {
    if (last < first) {
      return new Whole();
    }
    return first >= size ? new Beyond() : new Part(first, Math.min(last, size - 1) - first + 1);
  }

  private static WantedPart end(long length, long size) {
    long sent = Math.min(length, size);
    return sent == 0 ? new Beyond() : new Part(size - sent, sent);
  }

  /// How ranges are written.
  final class Spelling {
    private static final Pattern ONE_RANGE =
        Pattern.compile("(?i)bytes=[ \\t]*(?<first>\\d*)-(?<last>\\d*)[ \\t]*");

    /// The digits of any long.
    private static final int MOST_DIGITS = 18;

    private Spelling() {}

    private static Optional<Long> number(String digits) {
      if (digits.isEmpty()) {
        return Optional.empty();
      }
      String significant = digits.replaceFirst("^0+(?=.)", "");
      return Optional.of(
          significant.length() > MOST_DIGITS ? Long.MAX_VALUE - 1 : Long.parseLong(significant));
    }
  }
}
