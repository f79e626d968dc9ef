package dev.photobridge.application.port.out;

import dev.photobridge.domain.provider.ModelNotice;
import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.provider.ProviderId;
import java.util.List;
import java.util.Map;

/// Knows from their calls which providers are there. Safe for use by many threads.
public interface ProviderMonitor {
  /// How each provider is that is watched; nothing is asked of any of them.
  Map<ProviderId, ProviderCondition> conditions();

  /// What providers said lately of models that will not stay; those that said nothing are left out.
  default Map<ProviderId, List<ModelNotice>> notices() {
    return Map.of();
  }
}
