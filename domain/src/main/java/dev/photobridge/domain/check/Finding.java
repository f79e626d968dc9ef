package dev.photobridge.domain.check;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a look at one thing found.
///
/// @param area what kind of thing it is
/// @param subjectOrNull which one, such as a provider's id; null where there is only one
/// @param code what was found
/// @param values by the names that the code lists
/// @param detailOrNull more about it, in English; may quote somebody else; null where there is none
/// @param tookOrNull how long the look took, where that says something
public record Finding(
    CheckArea area,
    @Nullable String subjectOrNull,
    FindingCode code,
    Map<String, String> values,
    @Nullable String detailOrNull,
    @Nullable Duration tookOrNull) {
  public Finding {
    values = Map.copyOf(values);
  }

  /// A finding that says no more than this.
  public static Finding of(CheckArea area, FindingCode code) {
    return new Finding(area, null, code, Map.of(), null, null);
  }

  /// The same about this thing.
  public Finding about(String subject) {
    return new Finding(area, subject, code, values, detailOrNull, tookOrNull);
  }

  /// The same with a value for its text.
  public Finding with(String name, Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(name, value.toString());
    return new Finding(area, subjectOrNull, code, more, detailOrNull, tookOrNull);
  }

  /// The same with more about it; nothing where that is blank.
  public Finding detailed(String detail) {
    return new Finding(
        area, subjectOrNull, code, values, detail.isBlank() ? null : detail, tookOrNull);
  }

  /// The same, having taken so long.
  public Finding after(Duration took) {
    return new Finding(area, subjectOrNull, code, values, detailOrNull, took);
  }

  /// Which one it is about.
  public Optional<String> subject() {
    return Optional.ofNullable(subjectOrNull);
  }

  /// More about it, in English.
  public Optional<String> detail() {
    return Optional.ofNullable(detailOrNull);
  }

  /// How long the look took.
  public Optional<Duration> took() {
    return Optional.ofNullable(tookOrNull);
  }

  /// How good that is.
  public Verdict verdict() {
    return code.verdict();
  }
}
