package dev.photobridge.app.server;

import dev.photobridge.adapter.provider.http.ConnectionSettings;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.app.config.ProviderAccess;
import dev.photobridge.app.config.ProviderAccesses;
import dev.photobridge.application.port.out.ProviderClocks;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.util.Optional;

/// One HTTP client for each provider, so that each has its own proxy and its own connections.
record ProviderClients(
    ProviderHttpClient gemini,
    ProviderHttpClient turbotext,
    ProviderHttpClient openai,
    ProviderHttpClient deepseek)
    implements AutoCloseable, ProviderClocks {
  static ProviderClients of(ProviderAccesses access) {
    return new ProviderClients(
        client(access.gemini()),
        client(access.turbotext()),
        client(access.openai()),
        client(access.deepseek()));
  }

  @Override
  public Optional<Duration> ahead(ProviderId provider) {
    return switch (provider.value()) {
      case "gemini" -> gemini.ahead();
      case "turbotext" -> turbotext.ahead();
      case "openai" -> openai.ahead();
      case "deepseek" -> deepseek.ahead();
      default -> Optional.empty();
    };
  }

  /// Ends what is under way.
  @Override
  public void close() {
    gemini.close();
    turbotext.close();
    openai.close();
    deepseek.close();
  }

  private static ProviderHttpClient client(ProviderAccess access) {
    return new ProviderHttpClient(ConnectionSettings.through(access.proxy()));
  }
}
