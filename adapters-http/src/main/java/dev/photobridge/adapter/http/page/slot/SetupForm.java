package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.page.Texts;
import dev.photobridge.adapter.http.page.slot.form.FormField;
import dev.photobridge.adapter.http.page.slot.form.SettingsForm;
import dev.photobridge.adapter.http.page.slot.form.SettingsForm.UnsetWords;
import dev.photobridge.openapi.model.OperationDto;
import dev.photobridge.openapi.model.ProviderDto;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Draws one [FormPart] of a draft.
record SetupForm(SlotForms forms, FormPart part, SlotDraft draft, FieldErrors errors) {
  SetupView view() {
    String provider = part.providerIn(draft);
    Optional<OperationDto> operation =
        forms.catalogue().operation(provider, draft.text(part.operation()));
    SettingsForm settings = forms.catalogue().form(part, draft);
    List<FormField> fields = settings.fields(draft.texts(), errors.byField(), unset());
    return new SetupView(
        part,
        provider + "/" + draft.text(part.operation()),
        part.choosesProvider() ? providers(provider) : null,
        operations(provider),
        operation.map(OperationDto::description).orElse(""),
        part.choosesProvider()
            ? forms.warnings().of(forms.catalogue().provider(provider), draft.text(model()))
            : List.of(),
        groupsLast(fields),
        kept(settings),
        forms.catalogue().hasPromptWriter());
  }

  private static List<FormField> groupsLast(List<FormField> fields) {
    return fields.stream().sorted(Comparator.comparing(FormField.Group.class::isInstance)).toList();
  }

  private UnsetWords unset() {
    return new UnsetWords(texts().get("slot.notSet"), preset -> texts().get("slot.preset", preset));
  }

  private Texts texts() {
    return forms.texts();
  }

  private String model() {
    return part.settings() + ".model";
  }

  private FormField.Choice providers(String chosen) {
    boolean required = part == FormPart.SETUP;
    return SlotForms.list(
        forms.head(part.provider(), required, errors),
        forms.catalogue().list().providers().stream()
            .map(provider -> option(provider.id(), provider.name(), chosen))
            .toList(),
        required
            ? chosen.isEmpty() ? texts().get("slot.chooseProvider") : null
            : texts().get("slot.noFallback"));
  }

  private FormField.@Nullable Choice operations(String provider) {
    List<OperationDto> offered =
        forms.catalogue().provider(provider).map(ProviderDto::operations).orElse(List.of());
    String chosen = draft.text(part.operation());
    return offered.isEmpty()
        ? null
        : SlotForms.list(
            forms.head(part.operation(), true, errors),
            offered.stream()
                .map(operation -> option(operation.id(), operation.name(), chosen))
                .toList(),
            null);
  }

  private static FormField.Option option(String id, String name, String chosen) {
    return new FormField.Option("", id, name, id.equals(chosen));
  }

  /// What was typed for other operations; it is not sent to the contract's handlers.
  private Map<String, String> kept(SettingsForm settings) {
    String prefix = part.settings() + ".";
    var kept = new TreeMap<String, String>();
    draft
        .texts()
        .forEach(
            (name, text) -> {
              boolean counts = !text.isEmpty() && !name.endsWith(FieldNames.USED);
              if (name.startsWith(prefix) && counts && !settings.hasField(name)) {
                kept.put(name, text);
              }
            });
    return kept;
  }
}
