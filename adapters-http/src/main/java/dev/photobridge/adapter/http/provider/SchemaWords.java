package dev.photobridge.adapter.http.provider;

import dev.photobridge.adapter.http.error.Language;
import java.util.LinkedHashMap;
import java.util.Map;

/// Puts the words of a settings schema into one language: its `title` and `description` from the
/// catalogue's annotation `x-en`, and the labels of `x-labels` for the values of `enum`.
record SchemaWords(Language language) {
  private static final String ENGLISH = "x-en";
  private static final String LABELS = "x-labels";
  private static final String PROPERTIES = "properties";

  /// The same schema in this language; of the annotations it keeps `x-labels`, by value.
  Map<String, Object> of(Map<?, ?> schema) {
    var worded = new LinkedHashMap<String, Object>();
    schema.forEach((keyword, value) -> worded.put(keyword.toString(), value));
    Object english = worded.remove(ENGLISH);
    if (language == Language.ENGLISH && english instanceof Map<?, ?> words) {
      words.forEach((keyword, text) -> worded.put(keyword.toString(), text));
    }
    worded.computeIfPresent(LABELS, (_, labels) -> ofLanguage(labels));
    worded.computeIfPresent(PROPERTIES, (_, settings) -> settings(settings));
    return worded;
  }

  private Object ofLanguage(Object labels) {
    return labels instanceof Map<?, ?> byLanguage
            && byLanguage.get(language.locale().getLanguage()) instanceof Map<?, ?> spoken
        ? spoken
        : Map.of();
  }

  private Object settings(Object properties) {
    if (!(properties instanceof Map<?, ?> settings)) {
      return properties;
    }
    var worded = new LinkedHashMap<String, Object>();
    settings.forEach(
        (name, setting) ->
            worded.put(
                name.toString(), setting instanceof Map<?, ?> schema ? of(schema) : setting));
    return worded;
  }
}
