package dev.photobridge.application.service;

import dev.photobridge.application.port.out.Inspection;
import dev.photobridge.application.port.out.ProviderMonitor;
import dev.photobridge.domain.check.CheckArea;
import dev.photobridge.domain.check.Finding;
import dev.photobridge.domain.check.FindingCode;
import dev.photobridge.domain.provider.ModelNotice;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderId;
import dev.photobridge.domain.slot.Slot;
import dev.photobridge.domain.slot.SlotSetup;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Whether the models that slots use are in the catalogue and will stay, as far as their providers
/// said.
public final class ModelInspection implements Inspection {
  private final ProviderCatalogue catalogue;
  private final ProviderMonitor monitor;
  private final UsedSetups used;
  private final InstantSource clock;

  public ModelInspection(
      ProviderCatalogue catalogue, ProviderMonitor monitor, UsedSetups used, InstantSource clock) {
    this.catalogue = catalogue;
    this.monitor = monitor;
    this.used = used;
    this.clock = clock;
  }

  /// A model of a provider, by what a slot calls it.
  private record Used(ProviderId provider, String model) {
    @Override
    public String toString() {
      return provider + "/" + model;
    }
  }

  @Override
  public CheckArea area() {
    return CheckArea.MODEL;
  }

  @Override
  public List<Finding> findings() {
    var models = new TreeMap<String, Used>();
    used.slots().get().orElse(List.of()).stream()
        .flatMap(Slot::setups)
        .flatMap(setup -> model(setup).stream())
        .forEach(model -> models.put(model.toString(), model));
    if (models.isEmpty()) {
      return List.of(Finding.of(area(), FindingCode.MODELS_UNUSED));
    }
    List<Finding> troubles =
        models.values().stream().flatMap(model -> trouble(model).stream()).toList();
    return troubles.isEmpty()
        ? List.of(
            Finding.of(area(), FindingCode.MODELS_LISTED)
                .with("models", String.join(", ", models.keySet())))
        : troubles;
  }

  /// The model that a setup names, else the provider's first one; empty where it has none.
  private Optional<Used> model(SlotSetup setup) {
    return catalogue
        .provider(setup.provider())
        .flatMap(provider -> provider.model(Optional.empty()))
        .map(
            first -> new Used(setup.provider(), setup.settings().text("model").orElse(first.id())));
  }

  private Optional<Finding> trouble(Used model) {
    if (!isListed(model)) {
      return Optional.of(finding(FindingCode.MODEL_UNKNOWN, model));
    }
    return monitor.notices().getOrDefault(model.provider(), List.of()).stream()
        .filter(notice -> notice.model().equals(model.model()))
        .findFirst()
        .map(notice -> trouble(model, notice));
  }

  private boolean isListed(Used model) {
    Optional<Provider> provider = catalogue.provider(model.provider());
    return provider.stream()
        .flatMap(it -> it.models().stream())
        .anyMatch(it -> it.id().equals(model.model()));
  }

  private Finding trouble(Used model, ModelNotice notice) {
    Optional<Instant> end = notice.endsAt();
    if (end.isEmpty()) {
      return finding(FindingCode.MODEL_OUTDATED, model)
          .with("stage", notice.stage())
          .detailed(notice.words());
    }
    FindingCode code =
        clock.instant().isBefore(end.get()) ? FindingCode.MODEL_ENDING : FindingCode.MODEL_ENDED;
    return finding(code, model)
        .with("date", end.get().atOffset(ZoneOffset.UTC).toLocalDate())
        .detailed(notice.words());
  }

  private Finding finding(FindingCode code, Used model) {
    List<Slot> slots = used.with(setup -> model(setup).filter(model::equals).isPresent());
    return Finding.of(area(), code).about(model.toString()).with("slots", UsedSetups.named(slots));
  }
}
