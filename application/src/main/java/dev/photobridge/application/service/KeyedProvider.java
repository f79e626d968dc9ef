package dev.photobridge.application.service;

import dev.photobridge.domain.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/// A provider that takes an API key.
///
/// @param id of the catalogue
/// @param title what operators see
/// @param configuredKey of the configuration; null where it has none
public record KeyedProvider(ProviderId id, String title, @Nullable String configuredKey) {
  @Override
  public String toString() {
    return "KeyedProvider[" + id + "]";
  }
}
