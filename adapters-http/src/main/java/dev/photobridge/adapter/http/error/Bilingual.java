package dev.photobridge.adapter.http.error;

/// A text among an error's details that the catalogue has in both languages.
///
/// @param russian for whoever asks for nothing else
/// @param english for whoever reads English
public record Bilingual(String russian, String english) {
  /// The text in this language.
  public String in(Language language) {
    return switch (language) {
      case RUSSIAN -> russian;
      case ENGLISH -> english;
    };
  }
}
