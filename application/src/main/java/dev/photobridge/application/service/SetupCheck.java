package dev.photobridge.application.service;

import dev.photobridge.application.port.in.SlotPart;
import dev.photobridge.application.port.in.UpdateSlotOutcome;
import dev.photobridge.application.port.out.SettingsValidator;
import dev.photobridge.application.port.out.SettingsValidator.SettingsProblem;
import dev.photobridge.domain.provider.Operation;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.slot.SlotRules;
import dev.photobridge.domain.slot.SlotSetup;
import java.util.List;
import java.util.Optional;

/// Checks what a slot is to do before it is saved: operations exist, settings are right, images are
/// there.
final class SetupCheck {
  private final ProviderCatalogue catalogue;
  private final SettingsValidator validator;
  private final SlotImages images;

  SetupCheck(ProviderCatalogue catalogue, SettingsValidator validator, SlotImages images) {
    this.catalogue = catalogue;
    this.validator = validator;
    this.images = images;
  }

  /// What is wrong with a slot's setup or rules, or empty.
  Optional<UpdateSlotOutcome> refusal(SlotSetup setup, SlotRules rules) {
    return refusal(SlotPart.SETUP, setup)
        .or(() -> rules.fallbackSetup().flatMap(fallback -> refusalOfFallback(fallback, setup)))
        .or(() -> rules.localEffect().flatMap(effect -> refusal(SlotPart.FAILURE_REPLY, effect)));
  }

  private Optional<UpdateSlotOutcome> refusalOfFallback(SlotSetup fallback, SlotSetup setup) {
    return fallback.equals(setup)
        ? Optional.of(new UpdateSlotOutcome.FallbackIsSetup())
        : refusal(SlotPart.FALLBACK, fallback);
  }

  private Optional<UpdateSlotOutcome> refusal(SlotPart part, SlotSetup setup) {
    Optional<Operation> operation =
        catalogue.provider(setup.provider()).flatMap(p -> p.operation(setup.operation()));
    if (operation.isEmpty()) {
      return Optional.of(new UpdateSlotOutcome.OperationNotAvailable(part));
    }
    List<SettingsProblem> problems = validator.problemsOf(operation.get(), setup.settings());
    if (!problems.isEmpty()) {
      return Optional.of(new UpdateSlotOutcome.SettingsInvalid(part, problems));
    }
    return images
        .firstMissing(operation.get(), setup)
        .map(field -> new UpdateSlotOutcome.ImageMissing(part, field));
  }
}
