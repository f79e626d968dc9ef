package dev.photobridge.application.service;

import dev.photobridge.application.port.in.ChangeProviderKeyUseCase;
import dev.photobridge.application.port.in.ProviderKeyView;
import dev.photobridge.application.port.in.SetProviderKeyOutcome;
import dev.photobridge.application.port.out.SecretName;
import dev.photobridge.application.port.out.SecretVault;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.account.TypedSecret;
import java.util.Optional;

/// Sets and removes API keys in the vault.
public final class ChangeProviderKeyService implements ChangeProviderKeyUseCase {
  private final ProviderKeys keys;
  private final SecretVault vault;
  private final SecretChanges secrets;

  public ChangeProviderKeyService(ProviderKeys keys, SecretVault vault, SecretChanges secrets) {
    this.keys = keys;
    this.vault = vault;
    this.secrets = secrets;
  }

  @Override
  public SetProviderKeyOutcome set(AccountName operator, String provider, String key) {
    Optional<KeyedProvider> keyed = keys.find(provider);
    if (keyed.isEmpty()) {
      return new SetProviderKeyOutcome.ProviderUnknown();
    }
    String stripped = key.strip();
    if (!TypedSecret.survivesEveryProgram(stripped)) {
      return new SetProviderKeyOutcome.Unusable();
    }
    secrets.put(
        SecretName.keyOf(keyed.get().id()),
        stripped,
        now -> AuditEntry.of(operator, AuditedAction.PROVIDER_KEY_SET, provider, now));
    return new SetProviderKeyOutcome.Saved(view(keyed.get()));
  }

  @Override
  public Optional<ProviderKeyView> remove(AccountName operator, String provider) {
    Optional<KeyedProvider> keyed = keys.find(provider);
    keyed.ifPresent(
        found ->
            secrets.remove(
                SecretName.keyOf(found.id()),
                now -> AuditEntry.of(operator, AuditedAction.PROVIDER_KEY_REMOVED, provider, now)));
    return keyed.map(this::view);
  }

  private ProviderKeyView view(KeyedProvider provider) {
    return keys.view(provider, vault.find(SecretName.keyOf(provider.id())));
  }
}
