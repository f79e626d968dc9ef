package dev.photobridge.adapter.http.page;

import dev.photobridge.adapter.http.error.Language;
import java.util.Locale;

/// The form of a word that a number needs (Unicode CLDR, cardinal plural rules of ru and en for
/// whole numbers; English "other" is called MANY here).
enum PluralForm {
  ONE,
  FEW,
  MANY;

  static PluralForm of(long number, Language language) {
    return switch (language) {
      case ENGLISH -> number == 1 ? ONE : MANY;
      case RUSSIAN -> russian(Math.abs(number % 100));
    };
  }

  private static PluralForm russian(long lastTwo) {
    long last = lastTwo % 10;
    if ((lastTwo >= 11 && lastTwo <= 14) || last == 0 || last >= 5) {
      return MANY;
    }
    return last == 1 ? ONE : FEW;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
