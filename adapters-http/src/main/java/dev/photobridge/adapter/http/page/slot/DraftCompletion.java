package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.page.slot.form.FormField;
import dev.photobridge.adapter.http.page.slot.form.SettingsForm;
import dev.photobridge.adapter.http.page.slot.form.SettingsForm.UnsetWords;
import dev.photobridge.openapi.model.OperationDto;
import dev.photobridge.openapi.model.ProviderDto;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Brings a draft in line with the provider and the operation that were just chosen: texts that fit
/// stay, an image moves to where the new operation wants one, and what is new begins with its
/// default.
record DraftCompletion(Catalogue catalogue) {
  private static final String IMAGE = "_media_id";

  SlotDraft of(SlotDraft draft) {
    SlotDraft complete = draft;
    for (FormPart part : FormPart.values()) {
      complete = of(part, complete);
    }
    return complete;
  }

  private SlotDraft of(FormPart part, SlotDraft draft) {
    String provider = part.providerIn(draft);
    String operation = offered(provider, draft.text(part.operation()));
    String drawn = provider + "/" + operation;
    if (drawn.equals(draft.text(part.drawn()))) {
      return draft;
    }
    var texts = new LinkedHashMap<>(draft.texts());
    texts.put(part.operation(), operation);
    texts.put(part.drawn(), drawn);
    SettingsForm form = catalogue.form(part, provider, operation);
    dropUnknownChoices(form, texts);
    form.texts(form.presets()).forEach(texts::putIfAbsent);
    moveImages(part, form, texts);
    return new SlotDraft(texts);
  }

  /// The operation, or the first that the provider offers.
  private String offered(String provider, String operation) {
    return catalogue.operation(provider, operation).isPresent()
        ? operation
        : catalogue.provider(provider).map(ProviderDto::operations).stream()
            .flatMap(List::stream)
            .findFirst()
            .map(OperationDto::id)
            .orElse("");
  }

  /// A value that the new operation's choice of the same name does not have.
  private static void dropUnknownChoices(SettingsForm form, Map<String, String> texts) {
    for (FormField field : form.fields(texts, Map.of(), UnsetWords.NONE)) {
      if (field instanceof FormField.Choice choice
          && choice.options().stream().noneMatch(FormField.Option::chosen)) {
        texts.remove(choice.head().name());
      }
      texts.remove(field.head().name(), "");
    }
  }

  private static void moveImages(FormPart part, SettingsForm form, Map<String, String> texts) {
    List<FormField> fields = form.fields(texts, Map.of(), UnsetWords.NONE);
    List<String> known = fields.stream().map(field -> field.head().name()).toList();
    Iterator<String> homeless =
        texts.entrySet().stream()
            .filter(text -> text.getKey().startsWith(part.settings() + "."))
            .filter(text -> text.getKey().endsWith(IMAGE) && !known.contains(text.getKey()))
            .map(Map.Entry::getValue)
            .filter(image -> !image.isEmpty())
            .toList()
            .iterator();
    for (FormField field : fields) {
      if (field instanceof FormField.Image image
          && image.head().required()
          && image.value().isEmpty()
          && homeless.hasNext()) {
        texts.put(image.head().name(), homeless.next());
      }
    }
  }
}
