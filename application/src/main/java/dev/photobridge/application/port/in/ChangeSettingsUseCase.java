package dev.photobridge.application.port.in;

import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Use case: an operator changes what holds for the whole installation. Each change is remembered
/// with who made it, and holds at once.
public interface ChangeSettingsUseCase {
  /// Changes what booths have to send.
  ///
  /// @param password printable ASCII without spaces; null: one is made
  ChangeIngestPasswordOutcome changeIngestPassword(AccountName operator, @Nullable String password);

  /// Changes how long booths wait.
  ///
  /// @param timeout in whole seconds, at most 999
  void changeSyncTimeout(AccountName operator, Duration timeout);

  /// Changes what all slots together may cost a day.
  ///
  /// @param cap null: whatever they cost
  void changeDailyCostCap(AccountName operator, @Nullable Cost cap);
}
