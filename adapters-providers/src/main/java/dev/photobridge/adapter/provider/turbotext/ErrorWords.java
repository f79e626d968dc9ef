package dev.photobridge.adapter.provider.turbotext;

import dev.photobridge.adapter.provider.http.ProviderWord;
import dev.photobridge.domain.job.FailureKind;
import dev.photobridge.domain.job.JobFailure;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the service's words for errors mean. They are hearsay, so the catalogue may add to them,
/// and the service's own text always goes with them.
final class ErrorWords {
  private static final Meaning UNKNOWN =
      new Meaning(FailureKind.REQUEST_REJECTED, "the service reports an error");

  private static final Map<String, Meaning> KNOWN =
      Map.of(
          "LIMIT",
          new Meaning(FailureKind.RATE_LIMITED, "too many calls, or the tariff's limit is reached"),
          "PROVIDER_BUSY",
          new Meaning(FailureKind.UNAVAILABLE, "the service is busy"),
          "URL_ERROR",
          new Meaning(
              FailureKind.REQUEST_REJECTED,
              "the service can't fetch the photo; check that PUBLIC_BASE_URL can be reached from"
                  + " the internet"),
          "PARAMS_ERROR",
          new Meaning(
              FailureKind.REQUEST_REJECTED,
              "the service does not accept a parameter; check the slot's settings and the"
                  + " operation in the catalogue"),
          "FACE_NOT_FOUND",
          new Meaning(FailureKind.REFUSED, "no face was found in a photo"),
          "FORBIDDEN_CONTENT",
          new Meaning(FailureKind.REFUSED, "the service's moderation refuses the content"));

  private final Map<String, FailureKind> configured;

  /// @param configured kinds by word, before the known ones
  ErrorWords(Map<String, FailureKind> configured) {
    this.configured = configured;
  }

  private record Meaning(FailureKind kind, String words) {}

  /// A text as a word of the kind that [ProviderWord] takes, such as `FACE_NOT_FOUND`.
  static String wordOf(String text) {
    return text.strip()
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^A-Z0-9]+", "_")
        .replaceAll("^_+|_+$", "");
  }

  boolean isKnown(String text) {
    String word = wordOf(text);
    return configured.containsKey(word) || KNOWN.containsKey(word);
  }

  /// The failure that an error text is.
  JobFailure failure(String text) {
    Meaning meaning = meaning(wordOf(text));
    return JobFailure.of(
        meaning.kind(),
        isKnown(text) ? ProviderWord.of(wordOf(text), "PROVIDER_ERROR") : "PROVIDER_ERROR",
        meaning.words() + ": " + text);
  }

  private Meaning meaning(String word) {
    Meaning known = KNOWN.getOrDefault(word, UNKNOWN);
    return Optional.ofNullable(configured.get(word))
        .map(kind -> new Meaning(kind, known.words()))
        .orElse(known);
  }
}
