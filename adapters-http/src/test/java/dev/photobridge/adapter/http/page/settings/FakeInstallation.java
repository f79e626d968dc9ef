package dev.photobridge.adapter.http.page.settings;

import dev.photobridge.adapter.http.error.ErrorMessages;
import dev.photobridge.adapter.http.settings.SettingsHandler;
import dev.photobridge.adapter.http.testing.TestServer;
import dev.photobridge.application.port.in.ChangeIngestPasswordOutcome;
import dev.photobridge.application.port.in.ChangeProviderKeyUseCase;
import dev.photobridge.application.port.in.ChangeSettingsUseCase;
import dev.photobridge.application.port.in.ProviderKeyView;
import dev.photobridge.application.port.in.ProviderKeyView.Source;
import dev.photobridge.application.port.in.ReadSettingsUseCase.Settings;
import dev.photobridge.application.port.in.SetProviderKeyOutcome;
import dev.photobridge.application.port.in.TestProviderKeyUseCase;
import dev.photobridge.application.port.out.Page;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.domain.account.AccountName;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.media.PhotoSum;
import dev.photobridge.domain.provider.Cost;
import dev.photobridge.domain.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The settings of an installation in memory, behind the contract's own handler.
public final class FakeInstallation
    implements ChangeSettingsUseCase, ChangeProviderKeyUseCase, TestProviderKeyUseCase {
  private static final Instant LONG_AGO = Instant.parse("2026-04-12T09:00:00Z");

  String password = "booths-send-this";
  boolean passwordLost;
  Duration timeout = Duration.ofSeconds(50);
  @Nullable Cost cap;
  PhotoSum cache = new PhotoSum(214, 1_400_000_000, LONG_AGO);
  ProviderCheck check = new ProviderCheck.Works("3 models");
  final Map<String, ProviderKeyView> keys = new TreeMap<>();
  final Map<String, String> keysSet = new TreeMap<>();
  final List<AuditEntry> audit = new ArrayList<>();

  /// One with Gemini's key from the configuration, and none of Turbotext.
  public FakeInstallation() {
    keys.put("gemini", key("gemini", "Gemini", new Source.Configuration("••••1a2b"), false));
    keys.put("turbotext", key("turbotext", "Turbotext", new Source.None(), false));
  }

  static ProviderKeyView key(String id, String name, Source source, boolean lost) {
    return new ProviderKeyView(new ProviderId(id), name, source, lost);
  }

  /// What the contract says of it.
  public SettingsHandler handler() {
    return new SettingsHandler(
        () ->
            new Settings(
                password,
                passwordLost,
                timeout,
                Optional.ofNullable(cap),
                List.copyOf(keys.values()),
                cache),
        this,
        this,
        this,
        _ -> {
          PhotoSum gone = cache;
          cache = new PhotoSum(0, 0, null);
          return gone;
        },
        (page, size) ->
            new Page<>(
                audit.stream().skip((page - 1L) * size).limit(size).toList(),
                page,
                size,
                audit.size()),
        new ErrorMessages());
  }

  /// How long booths wait.
  public Duration timeout() {
    return timeout;
  }

  /// Notes that somebody did something.
  void noted(AuditedAction action, @Nullable String subject) {
    audit.addFirst(new AuditEntry(TestServer.NOW, new AccountName("igor"), action, subject));
  }

  @Override
  public ChangeIngestPasswordOutcome changeIngestPassword(
      AccountName operator, @Nullable String wanted) {
    if (wanted != null && wanted.contains("ё")) {
      return new ChangeIngestPasswordOutcome.Unusable();
    }
    password = wanted == null ? "made-by-the-server" : wanted;
    return new ChangeIngestPasswordOutcome.Changed(password);
  }

  @Override
  public void changeSyncTimeout(AccountName operator, Duration wanted) {
    timeout = wanted;
  }

  @Override
  public void changeDailyCostCap(AccountName operator, @Nullable Cost wanted) {
    cap = wanted;
  }

  @Override
  public SetProviderKeyOutcome set(AccountName operator, String provider, String key) {
    ProviderKeyView before = keys.get(provider);
    if (before == null) {
      return new SetProviderKeyOutcome.ProviderUnknown();
    }
    if (key.contains("ё")) {
      return new SetProviderKeyOutcome.Unusable();
    }
    keysSet.put(provider, key);
    var source = new Source.Settings("••••" + key.substring(key.length() - 4), TestServer.NOW);
    var now = key(provider, before.title(), source, false);
    keys.put(provider, now);
    return new SetProviderKeyOutcome.Saved(now);
  }

  @Override
  public Optional<ProviderKeyView> remove(AccountName operator, String provider) {
    return Optional.ofNullable(
        keys.computeIfPresent(
            provider, (id, key) -> key(id, key.title(), new Source.None(), false)));
  }

  @Override
  public Optional<KeyTest> test(String provider) {
    return keys.containsKey(provider)
        ? Optional.of(new KeyTest(check, Duration.ofMillis(340)))
        : Optional.empty();
  }
}
