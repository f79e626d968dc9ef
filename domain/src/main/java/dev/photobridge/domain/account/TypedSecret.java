package dev.photobridge.domain.account;

import java.util.random.RandomGenerator;

/// Secrets that people type, and programs send on as they are.
public final class TypedSecret {
  /// Without characters that are taken for one another when they are typed from paper.
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  /// Of an ingest password, which is typed into the booth software by hand; still beyond guessing
  /// over a network.
  public static final int INGEST_PASSWORD_LENGTH = 12;

  private TypedSecret() {}

  /// A new one.
  ///
  /// @param random must be cryptographically strong
  /// @param length in characters; each adds nearly six bits
  public static String make(RandomGenerator random, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /// Whether every program sends it on unchanged, in a form or in a header: it is printable ASCII
  /// without spaces, and not empty.
  public static boolean survivesEveryProgram(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127);
  }
}
