package dev.photobridge.application.service;

import dev.photobridge.application.port.in.ChangeIngestPasswordOutcome;
import dev.photobridge.application.port.in.ChangeSettingsUseCase;
import dev.photobridge.application.port.out.RuntimeSettings;
import dev.photobridge.application.port.out.SecretName;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.account.TypedSecret;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Changes what holds for the whole installation.
public final class ChangeSettingsService implements ChangeSettingsUseCase {
  private final RuntimeSettings settings;
  private final SecretChanges secrets;
  private final AuditedChanges changes;
  private final RandomGenerator random;

  /// @param random makes passwords, so it must be cryptographically strong
  public ChangeSettingsService(
      RuntimeSettings settings,
      SecretChanges secrets,
      AuditedChanges changes,
      RandomGenerator random) {
    this.settings = settings;
    this.secrets = secrets;
    this.changes = changes;
    this.random = random;
  }

  @Override
  public ChangeIngestPasswordOutcome changeIngestPassword(
      AccountName operator, @Nullable String password) {
    String wanted =
        password == null ? TypedSecret.make(random, TypedSecret.INGEST_PASSWORD_LENGTH) : password;
    if (!TypedSecret.survivesEveryProgram(wanted)) {
      return new ChangeIngestPasswordOutcome.Unusable();
    }
    secrets.put(
        SecretName.INGEST_PASSWORD,
        wanted,
        now -> AuditEntry.of(operator, AuditedAction.INGEST_PASSWORD_CHANGED, now));
    return new ChangeIngestPasswordOutcome.Changed(wanted);
  }

  @Override
  public void changeSyncTimeout(AccountName operator, Duration timeout) {
    change(
        operator,
        AuditedAction.SYNC_TIMEOUT_CHANGED,
        now -> settings.changeSyncTimeout(timeout, now));
  }

  @Override
  public void changeDailyCostCap(AccountName operator, @Nullable Cost cap) {
    change(operator, AuditedAction.COST_CAP_CHANGED, now -> settings.changeDailyCostCap(cap, now));
  }

  private void change(AccountName operator, AuditedAction action, Consumer<Instant> change) {
    var _ =
        changes.make(
            now -> AuditEntry.of(operator, action, now),
            now -> {
              change.accept(now);
              return action;
            });
  }
}
