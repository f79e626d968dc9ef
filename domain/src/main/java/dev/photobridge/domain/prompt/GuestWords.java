package dev.photobridge.domain.prompt;

import java.util.regex.Pattern;

/// Makes what guests typed fit for a prompt or a print: one line, of bounded length, without
/// characters that can't be seen.
public final class GuestWords {
  /// Longest text of one field, in characters as people count them.
  public static final int MAX_LENGTH = 200;

  // controls, invisible formatting such as right-to-left overrides, halves of characters
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}]+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  private GuestWords() {}

  /// The words as they may be used; empty where nothing is left.
  public static String cleaned(String words) {
    String seen = UNSEEN.matcher(words).replaceAll(" ");
    String line = SPACE.matcher(seen).replaceAll(" ").strip();
    return line.codePointCount(0, line.length()) <= MAX_LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH)).strip();
  }
}
