package dev.photobridge.adapter.provider.gemini;

import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.util.Optional;
import java.util.function.Supplier;

/// The key of the service, asked for anew with each call since operators change it. Its form is
/// Google's affair; it only has to fit into a header.
final class GeminiKey {
  static final String HEADER = "x-goog-api-key";

  // anything shorter is no key, but may be part of any word
  private static final int SHORTEST = 8;

  private final Supplier<Optional<String>> source;

  GeminiKey(Supplier<Optional<String>> source) {
    this.source = source;
  }

  /// The key, or empty where none is set or it can't be one.
  Optional<String> current() {
    return source.get().map(String::strip).filter(GeminiKey::fitsIntoHeader);
  }

  /// How a call ends that has no key.
  static JobFailure missing() {
    return JobFailure.of(
        FailureKind.KEY_REJECTED,
        "KEY_MISSING",
        "there is no usable API key for Gemini: set GEMINI_API_KEY or enter one in settings");
  }

  /// A text of the service without the key, which it repeats in some messages.
  static String hidden(String key, String text) {
    return key.length() < SHORTEST ? text : text.replace(key, "(key)");
  }

  private static boolean fitsIntoHeader(String key) {
    return !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 127);
  }
}
