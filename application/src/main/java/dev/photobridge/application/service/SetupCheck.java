package dev.photobridge.application.service;

import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.out.SettingsValidator;
import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.domain.prompt.PromptFields;
import dev.photobridge.domain.prompt.TextTemplate;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSettings;
import dev.photobridge.domain.slot.SlotSetup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks what a slot is to do before it is saved: operations exist, settings are right, images are
/// there, and stay for long enough to be saved with it.
public final class SetupCheck {
  private final ProviderCatalogue catalogue;
  private final SettingsValidator validator;
  private final SlotImages images;

  public SetupCheck(ProviderCatalogue catalogue, SettingsValidator validator, SlotImages images) {
    this.catalogue = catalogue;
    this.validator = validator;
    this.images = images;
  }

  /// What is wrong with a slot's setup or rules, or empty.
  Optional<UpdateSlotOutcome.SetupRefused> refusal(SlotSetup setup, SlotRules rules) {
    return refusal(SlotPart.SETUP, setup)
        .or(() -> rules.fallbackSetup().flatMap(fallback -> refusalOfFallback(fallback, setup)))
        .or(() -> rules.localEffect().flatMap(effect -> refusal(SlotPart.FAILURE_REPLY, effect)))
        .or(() -> rules.capEffect().flatMap(effect -> refusal(SlotPart.COST_CAP, effect)));
  }

  private Optional<UpdateSlotOutcome.SetupRefused> refusalOfFallback(
      SlotSetup fallback, SlotSetup setup) {
    return fallback.equals(setup)
        ? Optional.of(new UpdateSlotOutcome.FallbackIsSetup())
        : refusal(SlotPart.FALLBACK, fallback);
  }

  private Optional<UpdateSlotOutcome.SetupRefused> refusal(SlotPart part, SlotSetup setup) {
    Optional<Operation> operation =
        catalogue.provider(setup.provider()).flatMap(p -> p.operation(setup.operation()));
    if (operation.isEmpty()) {
      return Optional.of(new UpdateSlotOutcome.OperationNotAvailable(part, setup));
    }
    List<SettingsProblem> problems =
        Stream.concat(
                validator.problemsOf(operation.get(), setup.settings()).stream(),
                emptyPlaces(setup.settings()))
            .toList();
    if (!problems.isEmpty()) {
      return Optional.of(new UpdateSlotOutcome.SettingsInvalid(part, problems));
    }
    return images
        .firstMissing(operation.get(), setup)
        .map(field -> new UpdateSlotOutcome.ImageMissing(part, field));
  }

  /// Places in texts that some photo would leave empty.
  private static Stream<SettingsProblem> emptyPlaces(SlotSettings settings) {
    return settings.texts().entrySet().stream()
        .flatMap(
            text ->
                new TextTemplate(text.getValue())
                    .variables().stream()
                        .filter(variable -> variable.fallback().isEmpty())
                        .map(TextTemplate.Variable::name)
                        .filter(name -> !PromptFields.isAlwaysThere(name))
                        .map(name -> emptyPlace(text.getKey(), name)));
  }

  private static SettingsProblem emptyPlace(String field, String name) {
    return SettingsProblem.of(field, "place_without_default", Map.of("found", name));
  }
}
