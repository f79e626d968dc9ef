package dev.photobridge.application.port.out;

import dev.photobridge.domain.provider.ProviderId;

/// What a secret in the [SecretVault] is called.
///
/// @param value the same for good, as what is kept is bound to it
public record SecretName(String value) {
  /// What booths have to send.
  public static final SecretName INGEST_PASSWORD = new SecretName("ingest_password");

  /// The API key of a provider.
  public static SecretName keyOf(ProviderId provider) {
    return new SecretName("provider_key/" + provider.value());
  }

  @Override
  public String toString() {
    return value;
  }
}
