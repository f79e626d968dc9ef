package dev.photobridge.adapter.http.error;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/// A language that the server speaks to people.
public enum Language {
  /// Spoken where nobody asks for anything else.
  RUSSIAN("ru"),
  /// English.
  ENGLISH("en");

  private static final int LONGEST_HEADER = 200;
  private static final List<String> TAGS = List.of(RUSSIAN.tag, ENGLISH.tag);

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /// The language that a client likes best among those spoken here (RFC 4647, lookup).
  ///
  /// @param acceptLanguage the header `Accept-Language`, of any content
  public static Language of(Optional<String> acceptLanguage) {
    return acceptLanguage
        .filter(header -> header.length() <= LONGEST_HEADER)
        .map(Language::best)
        .orElse(RUSSIAN);
  }

  /// For `Content-Language` and the names of files.
  public Locale locale() {
    return Locale.of(tag);
  }

  private static Language best(String header) {
    try {
      String found = Locale.lookupTag(LanguageRange.parse(header), TAGS);
      return ENGLISH.tag.equals(found) ? ENGLISH : RUSSIAN;
    } catch (IllegalArgumentException e) {
      // not a list of languages: as if nothing had been asked for
      return RUSSIAN;
    }
  }
}
