package dev.photobridge.adapter.http.page.slot.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of a form, ready to be drawn.
public sealed interface FormField {
  /// What every field has.
  Head head();

  /// What every field has.
  ///
  /// @param id of the input, unique on the page and always the same for a setting
  /// @param name under which the browser posts it
  /// @param setting its name in the schema
  /// @param label what people call it
  /// @param hint what there is to say about it; blank for nothing
  /// @param required whether it may not be left empty
  /// @param error what is wrong with its value; blank for nothing
  record Head(
      String id,
      String name,
      String setting,
      String label,
      String hint,
      boolean required,
      String error) {
    /// Whether something is wrong with the value.
    public boolean isWrong() {
      return !error.isBlank();
    }

    /// The ids of the texts that belong to the input; null where there are none.
    public @Nullable String describedBy() {
      String ids = (hint.isBlank() ? "" : id + "-hint") + (isWrong() ? " " + id + "-error" : "");
      return ids.isBlank() ? null : ids.strip();
    }
  }

  /// A line of text.
  ///
  /// @param maxLength in UTF-16 units, as browsers count; null for any
  record Line(Head head, String value, @Nullable Integer maxLength) implements FormField {}

  /// Text of several lines.
  ///
  /// @param maxLength in UTF-16 units, as browsers count; null for any
  record Prose(Head head, String value, @Nullable Integer maxLength) implements FormField {}

  /// A number.
  ///
  /// @param minimum smallest number allowed, as text; null for any
  /// @param maximum largest number allowed, as text; null for any
  /// @param step between two numbers, or `any`
  /// @param sliderStep the slider's step; null where there is no slider
  /// @param preset what it is by default; null for nothing
  record Numeric(
      Head head,
      String value,
      @Nullable String minimum,
      @Nullable String maximum,
      String step,
      @Nullable String sliderStep,
      @Nullable String preset)
      implements FormField {}

  /// One of a few values.
  ///
  /// @param options in their order; the first has an empty value where none need be chosen
  /// @param asRadios whether all are seen at once
  record Choice(Head head, List<Option> options, boolean asRadios) implements FormField {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /// Yes or no.
  record Switch(Head head, boolean on) implements FormField {}

  /// The id of an uploaded image; empty for none.
  record Image(Head head, String value) implements FormField {}

  /// A colour such as `#00b140`; empty for none.
  ///
  /// @param preset what it is by default; null for nothing
  record Colour(Head head, String value, @Nullable String preset) implements FormField {}

  /// Fields that belong together.
  record Group(Head head, List<FormField> fields) implements FormField {
    public Group {
      fields = List.copyOf(fields);
    }

    /// Whether one of the fields has a value or a mistake.
    public boolean hasSomething() {
      return fields.stream().anyMatch(field -> field.head().isWrong() || hasValue(field));
    }

    private static boolean hasValue(FormField field) {
      return switch (field) {
        case Line line -> !line.value().isEmpty();
        case Prose prose -> !prose.value().isEmpty();
        case Numeric number -> !number.value().isEmpty();
        case Choice choice ->
            choice.options().stream()
                .anyMatch(option -> option.chosen() && !option.value().isEmpty());
        case Switch _ -> false;
        case Image image -> !image.value().isEmpty();
        case Colour colour -> !colour.value().isEmpty();
        case Group group -> group.hasSomething();
        case Json json -> !json.value().isEmpty();
      };
    }
  }

  /// A value that no other field can hold, as JSON text.
  record Json(Head head, String value) implements FormField {}

  /// A value to choose.
  ///
  /// @param id of its radio button
  /// @param value as posted; empty for none of them
  record Option(String id, String value, String label, boolean chosen) {}
}
