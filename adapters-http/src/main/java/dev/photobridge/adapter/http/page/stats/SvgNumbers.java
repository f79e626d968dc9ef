package dev.photobridge.adapter.http.page.stats;

import java.util.Locale;

/// Numbers as SVG has them, in every language.
final class SvgNumbers {
  private SvgNumbers() {}

  static String of(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
