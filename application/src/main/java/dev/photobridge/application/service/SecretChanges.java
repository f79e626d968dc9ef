package dev.photobridge.application.service;

import dev.photobridge.application.port.out.SecretName;
import dev.photobridge.application.port.out.SecretVault;
import dev.photobridge.domain.account.AuditEntry;
import java.time.Instant;
import java.util.function.Function;

/// Changes secrets of the vault, so that each change is remembered, without the secret, and holds
/// for the next one who asks.
public final class SecretChanges {
  private final SecretVault vault;
  private final CurrentSecrets current;
  private final AuditedChanges changes;

  public SecretChanges(SecretVault vault, CurrentSecrets current, AuditedChanges changes) {
    this.vault = vault;
    this.current = current;
    this.changes = changes;
  }

  void put(SecretName name, String value, Function<Instant, AuditEntry> entry) {
    try {
      var _ =
          changes.make(
              entry,
              now -> {
                vault.put(name, value, now);
                return name;
              });
    } finally {
      // also where it is not known whether the change was made
      current.forget(name);
    }
  }

  void remove(SecretName name, Function<Instant, AuditEntry> entry) {
    try {
      var _ = changes.makeIfAny(entry, () -> vault.remove(name));
    } finally {
      current.forget(name);
    }
  }
}
