package dev.photobridge.adapter.http.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether pages are light or dark.
public enum Theme {
  /// As the operator's system is.
  AUTO,
  /// Dark ink on light paper.
  LIGHT,
  /// For a dark hall.
  DARK;

  /// As forms, the cookie and the attribute `data-theme` say it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The theme of a word.
  static Optional<Theme> of(String word) {
    return Arrays.stream(values()).filter(theme -> theme.word().equals(word)).findFirst();
  }
}
