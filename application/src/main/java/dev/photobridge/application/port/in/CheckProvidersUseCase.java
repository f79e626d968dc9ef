package dev.photobridge.application.port.in;

import dev.photobridge.domain.provider.ModelNotice;
import dev.photobridge.domain.provider.ProviderCondition;
import dev.photobridge.domain.provider.ProviderId;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Use case: which providers are there?
public interface CheckProvidersUseCase {
  /// Every provider of the catalogue, in its order, as this node's recent calls tell; no provider
  /// is asked. One that is away does not keep the server from taking photos.
  SequencedMap<ProviderId, ProviderCondition> check();

  /// What providers said in their answers to this node, since it started, of models that will not
  /// stay; those that said nothing are left out.
  default Map<ProviderId, List<ModelNotice>> notices() {
    return Map.of();
  }
}
