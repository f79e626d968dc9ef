package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.slot.form.FormField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where two states of a slot's form differ, in the words of the form.
///
/// @param texts in the page's language
record Differences(SlotForms forms, Texts texts) {
  private static final int SHORT_ID = 8;

  /// The fields in which a draft differs from what is saved.
  ///
  /// @param base what the draft began with; the saved one where that is not known any more
  List<Difference> between(SlotDraft mine, SlotDraft theirs, SlotDraft base) {
    Map<String, FormField> ofMine = fields(mine);
    Map<String, FormField> ofTheirs = fields(theirs);
    return Stream.concat(ofMine.keySet().stream(), ofTheirs.keySet().stream())
        .distinct()
        .filter(name -> !mine.text(name).equals(theirs.text(name)))
        .map(
            name ->
                new Difference(
                    name,
                    FieldNames.id(FieldNames.CHOICE + name),
                    label(ofMine.containsKey(name) ? ofMine.get(name) : ofTheirs.get(name)),
                    words(ofMine.get(name)),
                    words(ofTheirs.get(name)),
                    mine.text(name).equals(base.text(name))))
        .toList();
  }

  /// What the fields are called in which two states differ.
  List<String> labels(SlotDraft one, SlotDraft other) {
    return between(one, other, other).stream().map(Difference::label).distinct().toList();
  }

  private Map<String, FormField> fields(SlotDraft draft) {
    var fields = new LinkedHashMap<String, FormField>();
    forms
        .form(draft, FieldErrors.NONE, 0)
        .saved()
        .forEach(field -> fields.put(field.head().name(), field));
    return fields;
  }

  private static String label(@Nullable FormField field) {
    return field == null ? "" : field.head().label();
  }

  private String words(@Nullable FormField field) {
    String none = texts.get("slot.notSet");
    return switch (field) {
      case null -> none;
      case FormField.Line line -> or(line.value(), none);
      case FormField.Prose prose -> or(prose.value(), none);
      case FormField.Numeric number -> or(number.value(), none);
      case FormField.Choice choice ->
          choice.options().stream()
              .filter(FormField.Option::chosen)
              .map(FormField.Option::label)
              .findFirst()
              .orElse(none);
      case FormField.Switch on -> texts.get(on.on() ? "slot.on" : "slot.off");
      case FormField.Image image ->
          image.value().isEmpty() ? none : texts.get("slot.image", shortened(image.value()));
      case FormField.Colour colour -> or(colour.value(), none);
      case FormField.Json json -> or(json.value(), none);
      case FormField.Group group -> group.head().label();
    };
  }

  private static String shortened(String id) {
    return id.substring(0, Math.min(SHORT_ID, id.length()));
  }

  private static String or(String value, String none) {
    return value.isEmpty() ? none : value;
  }
}
