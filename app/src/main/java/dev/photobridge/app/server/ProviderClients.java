package dev.photobridge.app.server;

import dev.photobridge.adapter.provider.http.ConnectionSettings;
import dev.photobridge.adapter.provider.http.ProviderHttpClient;
import dev.photobridge.app.config.ProviderAccess;
import dev.photobridge.app.config.ProviderAccesses;
import dev.photobridge.application.port.out.ProviderClocks;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// One HTTP client for each provider, so that each has its own proxy and its own connections.
record ProviderClients(
    ProviderHttpClient gemini,
    ProviderHttpClient turbotext,
    ProviderHttpClient openai,
    ProviderHttpClient deepseek,
    InstantSource clock)
    implements AutoCloseable, ProviderClocks {
  static ProviderClients of(ProviderAccesses access, InstantSource clock) {
    return new ProviderClients(
        client(access.gemini()),
        client(access.turbotext()),
        client(access.openai()),
        client(access.deepseek()),
        clock);
  }

  @Override
  public Optional<Duration> ahead(ProviderId provider) {
    return timeAt(provider).map(there -> Duration.between(there, clock.instant()));
  }

  private Optional<Instant> timeAt(ProviderId provider) {
    return switch (provider.value()) {
      case "gemini" -> gemini.timeThere();
      case "turbotext" -> turbotext.timeThere();
      case "openai" -> openai.timeThere();
      case "deepseek" -> deepseek.timeThere();
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
