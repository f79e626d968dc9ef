package dev.photobridge.adapter.http.page.slot;

import dev.photobridge.adapter.http.page.slot.form.SettingsForm;
import dev.photobridge.openapi.model.OperationDto;
import dev.photobridge.openapi.model.ProviderDto;
import dev.photobridge.openapi.model.ProviderListDto;
import java.util.Map;
import java.util.Optional;

/// The providers to choose from, in the words of one language.
record Catalogue(ProviderListDto list) {
  Optional<ProviderDto> provider(String id) {
    return list.providers().stream().filter(provider -> provider.id().equals(id)).findFirst();
  }

  Optional<OperationDto> operation(String provider, String operation) {
    return provider(provider)
        .flatMap(
            offering ->
                offering.operations().stream()
                    .filter(offered -> offered.id().equals(operation))
                    .findFirst());
  }

  /// The form of the operation that a draft names; without fields where it names none.
  SettingsForm form(FormPart part, SlotDraft draft) {
    return form(part, part.providerIn(draft), draft.text(part.operation()));
  }

  SettingsForm form(FormPart part, String provider, String operation) {
    Map<String, Object> none = Map.of();
    return SettingsForm.of(
        part.settings(),
        operation(provider, operation).map(OperationDto::settingsSchema).orElse(none));
  }

  boolean hasPromptWriter() {
    return list.promptWriter() != null;
  }
}
