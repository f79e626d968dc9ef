package dev.photobridge.app.cli;

import dev.photobridge.adapter.persistence.secrets.CredentialsFile;
import dev.photobridge.adapter.persistence.secrets.CredentialsOutcome;
import dev.photobridge.app.config.Configuration;
import java.util.Optional;

/// The server's secrets, where this user may read them.
final class KnownSecrets {
  private KnownSecrets() {}

  static Optional<String> ingestPassword(Configuration configuration) {
    return new CredentialsFile(configuration.secretsFile()).load()
            instanceof CredentialsOutcome.Loaded loaded
        ? Optional.of(loaded.credentials().ingestPassword())
        : Optional.empty();
  }
}
