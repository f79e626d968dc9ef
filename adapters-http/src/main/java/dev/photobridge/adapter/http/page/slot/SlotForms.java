package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.slot.form.FormField;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws drafts as forms.
///
/// @param texts in the page's language
/// @param warnings about providers
record SlotForms(Catalogue catalogue, Texts texts, ProviderWarnings warnings) {
  private static final List<String> KINDS =
      List.of("error_status", "original_photo", "local_effect");

  SlotFormView form(SlotDraft draft, FieldErrors errors, long version) {
    return new SlotFormView(
        version,
        new FormField.Line(
            head(FieldNames.NAME, true, errors), draft.text(FieldNames.NAME), Slot.MAX_NAME_LENGTH),
        setup(FormPart.SETUP, draft, errors),
        kind(FormPart.FAILURE, draft, errors),
        setup(FormPart.FAILURE, draft, errors),
        setup(FormPart.FALLBACK, draft, errors),
        dollars(FieldNames.CAP_PER_DAY, draft, errors),
        dollars(FieldNames.CAP_TOTAL, draft, errors),
        kind(FormPart.CAP, draft, errors),
        setup(FormPart.CAP, draft, errors),
        new FormField.Switch(
            head(FieldNames.JOIN_DUPLICATES, false, errors),
            "true".equals(draft.text(FieldNames.JOIN_DUPLICATES))),
        new FormField.Numeric(
            head(FieldNames.MAX_PARALLEL_JOBS, false, errors),
            draft.text(FieldNames.MAX_PARALLEL_JOBS),
            "1",
            String.valueOf(SlotRules.MAX_PARALLEL_JOBS),
            "1",
            null,
            null),
        new FormField.Image(
            head(FieldNames.TEST_PHOTO, false, errors), draft.text(FieldNames.TEST_PHOTO)));
  }

  SetupView setup(FormPart part, SlotDraft draft, FieldErrors errors) {
    return new SetupForm(this, part, draft, errors).view();
  }

  private FormField.Numeric dollars(String name, SlotDraft draft, FieldErrors errors) {
    return new FormField.Numeric(
        head(name, false, errors), draft.text(name), "0", "100000", "any", null, null);
  }

  private FormField.Choice kind(FormPart part, SlotDraft draft, FieldErrors errors) {
    FormField.Head head = head(part.kind(), true, errors);
    return new FormField.Choice(
        head,
        KINDS.stream()
            .map(
                kind ->
                    new FormField.Option(
                        kind.equals(KINDS.getFirst()) ? head.id() : head.id() + "-" + kind,
                        kind,
                        texts.get("slot.kind." + kind),
                        kind.equals(draft.text(part.kind()))))
            .toList(),
        true);
  }

  FormField.Head head(String name, boolean required, FieldErrors errors) {
    String hint = "slot.field." + name + ".hint";
    return new FormField.Head(
        FieldNames.id(name),
        name,
        name,
        texts.get("slot.field." + name),
        texts.has(hint) ? texts.get(hint) : "",
        required,
        errors.at(name));
  }

  /// A choice in a list that drops down.
  static FormField.Choice list(
      FormField.Head head, List<FormField.Option> options, @Nullable String none) {
    var all = new ArrayList<FormField.Option>();
    if (none != null) {
      boolean chosen = options.stream().noneMatch(FormField.Option::chosen);
      all.add(new FormField.Option(head.id(), "", none, chosen));
    }
    all.addAll(options);
    return new FormField.Choice(head, all, false);
  }
}
