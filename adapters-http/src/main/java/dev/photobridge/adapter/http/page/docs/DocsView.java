package dev.photobridge.adapter.http.page.docs;

import java.util.List;

/// What the API page shows, worded.
///
/// @param slots to choose from
/// @param link the chosen slot's
/// @param timeout what the booth should wait, in seconds
/// @param fields of a booth's request
/// @param answers to it
public record DocsView(
    List<SlotChoice> slots,
    String link,
    boolean ready,
    String timeout,
    String curl,
    List<FieldView> fields,
    List<AnswerView> answers) {
  public DocsView {
    slots = List.copyOf(slots);
    fields = List.copyOf(fields);
    answers = List.copyOf(answers);
  }

  /// A slot to choose.
  public record SlotChoice(String id, String label, boolean chosen) {}

  /// A field of the form.
  public record FieldView(String name, boolean required, String about, String example) {}

  /// An answer.
  ///
  /// @param about what it means
  /// @param guest what the guest sees
  public record AnswerView(int status, String about, String guest) {}
}
