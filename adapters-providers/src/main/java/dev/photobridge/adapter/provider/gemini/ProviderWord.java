package dev.photobridge.adapter.provider.gemini;

import java.util.regex.Pattern;

/// The service's words for what happened, such as `IMAGE_SAFETY`. They are shown to anyone, so only
/// what looks like one is taken over.
final class ProviderWord {
  private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

  private ProviderWord() {}

  static String of(String word, String otherwise) {
    return SHAPE.matcher(word).matches() ? word : otherwise;
  }
}
