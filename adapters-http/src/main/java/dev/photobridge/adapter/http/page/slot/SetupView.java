package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.page.slot.form.FormField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The part of the form that chooses an operation and its settings.
///
/// @param part of the form
/// @param drawn for which provider and operation the fields are
/// @param provider the choice of a provider; null where there is none to choose
/// @param operation the choice of its operations; null before a provider is chosen
/// @param description what the operation does; blank before one is chosen
/// @param warnings what operators have to know of the provider now
/// @param fields the operation's settings
/// @param kept texts of other operations' settings, which come back with their operation
/// @param rewrites whether a language model can put the prompt into better words
public record SetupView(
    FormPart part,
    String drawn,
    FormField.@Nullable Choice provider,
    FormField.@Nullable Choice operation,
    String description,
    List<Warning> warnings,
    List<FormField> fields,
    Map<String, String> kept,
    boolean rewrites) {
  private static final int MOST_AT_ONCE = 10;
  private static final int FIRST = 6;

  public SetupView {
    warnings = List.copyOf(warnings);
    fields = List.copyOf(fields);
    kept = Map.copyOf(kept);
  }

  /// The fields that are seen at once.
  public List<FormField> mainFields() {
    return fields.size() <= MOST_AT_ONCE ? fields : fields.subList(0, FIRST);
  }

  /// The others, where there are many.
  public List<FormField> furtherFields() {
    return fields.size() <= MOST_AT_ONCE ? List.of() : fields.subList(FIRST, fields.size());
  }

  /// Whether one of the others has a mistake.
  public boolean isFurtherWrong() {
    return furtherFields().stream().anyMatch(SetupView::isWrong);
  }

  private static boolean isWrong(FormField field) {
    boolean within =
        field instanceof FormField.Group group
            && group.fields().stream().anyMatch(SetupView::isWrong);
    return within || field.head().isWrong();
  }

  /// Something to know before the event.
  ///
  /// @param link where it can be mended; blank for nowhere
  /// @param linkText of the link
  public record Warning(String words, String link, String linkText) {}
}
