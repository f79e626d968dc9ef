package dev.photobridge.adapter.provider.http;

import java.util.regex.Pattern;

/// Services' words for what happened, such as `IMAGE_SAFETY`. They are shown to anyone, so only
/// what looks like one is taken over.
public final class ProviderWord {
  private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  private ProviderWord() {}

  /// The word, or the other one where it is none.
  public static String of(String word, String otherwise) {
    return SHAPE.matcher(word).matches() ? word : otherwise;
  }
}
