package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.page.slot.form.FormField;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The form of a slot, ready to be drawn.
///
/// @param version on which it builds
/// @param setup what the slot does
/// @param failureKind what a booth gets when that fails
/// @param failureEffect the local effect among these
/// @param capKind what a booth gets once the slot may cost no more
/// @param capEffect the local effect among these
public record SlotFormView(
    long version,
    FormField.Line name,
    SetupView setup,
    FormField.Choice failureKind,
    SetupView failureEffect,
    SetupView fallback,
    FormField.Numeric capPerDay,
    FormField.Numeric capTotal,
    FormField.Choice capKind,
    SetupView capEffect,
    FormField.Switch joinDuplicates,
    FormField.Numeric maxParallelJobs,
    FormField.Image testPhoto) {
  private static final String LOCAL_EFFECT = "local_effect";

  /// Every field that is saved, in the form's order; groups as their fields.
  Stream<FormField> saved() {
    return Stream.of(
            Stream.of(name),
            all(setup),
            Stream.of(failureKind),
            effect(failureKind, failureEffect),
            all(fallback),
            Stream.of(capPerDay, capTotal, capKind),
            effect(capKind, capEffect),
            Stream.of(joinDuplicates, maxParallelJobs))
        .flatMap(fields -> fields);
  }

  private static Stream<FormField> all(SetupView setup) {
    return Stream.concat(
        Stream.of(setup.provider(), setup.operation()).filter(Objects::nonNull),
        leaves(setup.fields()));
  }

  /// The fields of a local effect, where one is chosen.
  private static Stream<FormField> effect(FormField.Choice kind, SetupView effect) {
    return kind.options().stream()
            .anyMatch(option -> option.chosen() && option.value().equals(LOCAL_EFFECT))
        ? all(effect)
        : Stream.of();
  }

  private static Stream<FormField> leaves(List<FormField> fields) {
    return fields.stream()
        .flatMap(
            field ->
                field instanceof FormField.Group group ? leaves(group.fields()) : Stream.of(field));
  }

  /// Whether the section of what happens on failure has a mistake.
  public boolean isFailureWrong() {
    return isWrong(Stream.concat(Stream.of(failureKind), all(failureEffect)))
        || isWrong(all(fallback));
  }

  /// Whether the section of costs and bounds has a mistake.
  public boolean isCapWrong() {
    return isWrong(
        Stream.concat(Stream.of(capPerDay, capTotal, capKind, maxParallelJobs), all(capEffect)));
  }

  private static boolean isWrong(Stream<? extends FormField> fields) {
    return fields.anyMatch(field -> field.head().isWrong());
  }
}
