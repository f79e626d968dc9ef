package dev.photobridge.application.service;

import dev.photobridge.application.port.in.CheckProvidersUseCase;
import dev.photobridge.application.port.out.ProviderMonitor;
import dev.photobridge.domain.provider.ModelNotice;
import dev.photobridge.domain.provider.Provider;
import dev.photobridge.domain.provider.ProviderCatalogue;
import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.provider.ProviderId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Tells of every provider what the monitor knows; those it does not watch can't go away.
public final class CheckProvidersService implements CheckProvidersUseCase {
  private final ProviderCatalogue catalogue;
  private final ProviderMonitor monitor;

  /// @param monitor watches those that are called over the network
  public CheckProvidersService(ProviderCatalogue catalogue, ProviderMonitor monitor) {
    this.catalogue = catalogue;
    this.monitor = monitor;
  }

  @Override
  public SequencedMap<ProviderId, ProviderCondition> check() {
    Map<ProviderId, ProviderCondition> watched = monitor.conditions();
    var all = new LinkedHashMap<ProviderId, ProviderCondition>();
    for (Provider provider : catalogue.providers()) {
      all.put(provider.id(), watched.getOrDefault(provider.id(), ProviderCondition.AVAILABLE));
    }
    return all;
  }

  @Override
  public Map<ProviderId, List<ModelNotice>> notices() {
    return monitor.notices();
  }
}
