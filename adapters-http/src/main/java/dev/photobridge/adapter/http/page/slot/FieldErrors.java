package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.error.ErrorAnswer;
import dev.photobridge.adapter.http.page.PageCall;
import dev.photobridge.adapter.http.page.Texts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is wrong with a form, each thing at its field.
///
/// @param byField what is wrong, by the field's name
/// @param general what is wrong with no field; blank for nothing
record FieldErrors(Map<String, String> byField, String general) {
  static final FieldErrors NONE = new FieldErrors(Map.of(), "");

  FieldErrors {
    byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
  }

  /// What a refusal of the contract's handlers says.
  static FieldErrors of(ErrorAnswer refusal, PageCall call) {
    Map<String, Object> details = call.details(refusal);
    var byField = new LinkedHashMap<String, String>();
    problems(details)
        .forEach(
            problem -> {
              String field = FieldNames.ofPointer(String.valueOf(problem.get("field")));
              byField.putIfAbsent(field, words(refusal, problem, call));
            });
    return byField.isEmpty()
        ? new FieldErrors(Map.of(), call.text(refusal))
        : new FieldErrors(byField, "");
  }

  private static Stream<Map<?, ?>> problems(Map<String, Object> details) {
    if (details.get("problems") instanceof List<?> problems && !problems.isEmpty()) {
      return problems.stream()
          .<Map<?, ?>>mapMulti(
              (problem, next) -> {
                if (problem instanceof Map<?, ?> map) {
                  next.accept(map);
                }
              });
    }
    return details.get("field") instanceof String pointer && pointer.startsWith("/")
        ? Stream.of(details)
        : Stream.empty();
  }

  /// In the words of a form, where the field itself needs no name.
  private static String words(ErrorAnswer refusal, Map<?, ?> problem, PageCall call) {
    Texts texts = call.texts();
    if (problem.get("problem") instanceof String words && !words.isBlank()) {
      return words.substring(0, 1).toUpperCase(call.language().locale()) + words.substring(1);
    }
    String key = "slot.error." + refusal.code().value() + "." + problem.get("reason");
    String common = "slot.error." + refusal.code().value();
    if (texts.has(key)) {
      return texts.get(key, detail(problem, "allowed"), detail(problem, "limit"));
    }
    return texts.has(common) ? texts.get(common) : call.text(refusal);
  }

  private static Object detail(Map<?, ?> problem, String name) {
    Object detail = problem.get(name);
    return detail == null ? "" : detail;
  }

  /// What is wrong with this field; blank for nothing.
  String at(String name) {
    return byField.getOrDefault(name, "");
  }

  boolean areNone() {
    return byField.isEmpty() && general.isEmpty();
  }
}
