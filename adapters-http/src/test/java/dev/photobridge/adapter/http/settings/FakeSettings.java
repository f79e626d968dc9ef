package dev.photobridge.adapter.http.settings;

import dev.photobridge.application.port.in.ChangeIngestPasswordOutcome;
import dev.photobridge.application.port.in.ChangeProviderKeyUseCase;
import dev.photobridge.application.port.in.ChangeSettingsUseCase;
import dev.photobridge.application.port.in.ProviderKeyView;
import dev.photobridge.application.port.in.SetProviderKeyOutcome;
import dev.photobridge.application.port.in.TestProviderKeyUseCase;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.provider.Cost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers as a test wants, and notes what it was asked.
final class FakeSettings
    implements ChangeSettingsUseCase, ChangeProviderKeyUseCase, TestProviderKeyUseCase {
  ChangeIngestPasswordOutcome passwordOutcome = new ChangeIngestPasswordOutcome.Changed("made");
  SetProviderKeyOutcome keyOutcome = new SetProviderKeyOutcome.Unusable();
  Optional<ProviderKeyView> keyLeft = Optional.empty();
  ProviderCheck check = new ProviderCheck.NoKey();
  final List<String> asked = new ArrayList<>();

  @Override
  public ChangeIngestPasswordOutcome changeIngestPassword(
      AccountName operator, @Nullable String password) {
    asked.add(operator + " password " + password);
    return passwordOutcome;
  }

  @Override
  public void changeSyncTimeout(AccountName operator, Duration timeout) {
    asked.add(operator + " timeout " + timeout);
  }

  @Override
  public void changeDailyCostCap(AccountName operator, @Nullable Cost cap) {
    asked.add(operator + " cap " + (cap == null ? "none" : cap.microDollars()));
  }

  @Override
  public SetProviderKeyOutcome set(AccountName operator, String provider, String key) {
    asked.add(operator + " key of " + provider + " " + key);
    return keyOutcome;
  }

  @Override
  public Optional<ProviderKeyView> remove(AccountName operator, String provider) {
    asked.add(operator + " no key of " + provider);
    return keyLeft;
  }

  @Override
  public Optional<KeyTest> test(String provider) {
    return provider.equals("gemini")
        ? Optional.of(new KeyTest(check, Duration.ofMillis(340)))
        : Optional.empty();
  }
}
