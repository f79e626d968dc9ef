package dev.photobridge.app.server;

import dev.photobridge.adapter.provider.openai.OpenAiImageProvider;
import dev.photobridge.adapter.provider.openai.OpenAiServer;
import dev.photobridge.domain.provider.ProviderCatalogue;
import java.util.Optional;

/// Holds the catalogue's parameters, whose meaning only the adapters know, against them.
final class CatalogueParameters {
  private CatalogueParameters() {}

  /// What is wrong with them; empty where nothing is.
  static Optional<String> problem(ProviderCatalogue catalogue) {
    return catalogue.provider(OpenAiImageProvider.ID).flatMap(OpenAiServer::problem);
  }
}
