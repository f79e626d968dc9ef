package dev.photobridge.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.in.ChangeIngestPasswordOutcome;
import dev.photobridge.application.port.in.ProviderKeyView;
import dev.photobridge.application.port.in.ReadSettingsUseCase.Settings;
import dev.photobridge.application.port.in.SetProviderKeyOutcome;
import dev.photobridge.application.port.in.TestProviderKeyUseCase.KeyTest;
import dev.photobridge.application.port.out.MediaCache;
import dev.photobridge.application.port.out.ProviderCheck;
import dev.photobridge.application.port.out.ProviderProbe;
import dev.photobridge.application.port.out.SecretName;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.application.testing.InMemoryAuditLog;
import dev.photobridge.application.testing.InMemorySecretVault;
import dev.photobridge.application.testing.SettableClock;
import dev.photobridge.application.testing.SettableSettings;
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
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The use cases of the settings, together as the application wires them.
class SettingsServicesTest {
  private static final AccountName SERG = new AccountName("serg");
  private static final AccountName IGOR = new AccountName("igor");
  private static final ProviderId GEMINI = new ProviderId("gemini");
  private static final ProviderId TURBOTEXT = new ProviderId("turbotext");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final InMemorySecretVault vault = new InMemorySecretVault();
  private final InMemoryAuditLog audit = new InMemoryAuditLog();
  private final SettableSettings settings = new SettableSettings();
  private final RecordedCache results = new RecordedCache();
  private final CurrentSecrets current = new CurrentSecrets(vault, () -> 0);
  private final ProviderKeys keys =
      new ProviderKeys(
          List.of(
              new KeyedProvider(GEMINI, "Gemini", "configured-key-5678"),
              new KeyedProvider(TURBOTEXT, "Turbotext", null)),
          current::value);
  private final AuditedChanges changes = new AuditedChanges(audit, Supplier::get, clock);
  private final SecretChanges secrets = new SecretChanges(vault, current, changes);
  private final ChangeSettingsService change =
      new ChangeSettingsService(settings, secrets, changes, new Random(1));
  private final ChangeProviderKeyService changeKey =
      new ChangeProviderKeyService(keys, vault, secrets);
  private final ReadSettingsService read =
      new ReadSettingsService("from-the-file", vault, settings, keys, results, clock);

  @Test
  void thePasswordOfTheSecretsFileHoldsUntilAnotherIsSet() {
    assertThat(read.read().ingestPassword()).isEqualTo("from-the-file");

    change.changeIngestPassword(SERG, "another-one");

    assertThat(read.read().ingestPassword()).isEqualTo("another-one");
    assertThat(current.value(SecretName.INGEST_PASSWORD)).contains("another-one");
    assertThat(audit.entries())
        .containsExactly(
            AuditEntry.of(SERG, AuditedAction.INGEST_PASSWORD_CHANGED, clock.instant()));
  }

  @Test
  void whereNoneIsGivenAPasswordIsMade() {
    String first = changedPassword();
    String second = changedPassword();

    assertThat(first).hasSize(12).isNotEqualTo(second);
    assertThat(read.read().ingestPassword()).isEqualTo(second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "пароль-сервера", "line\nbreak", ""})
  void aPasswordThatBoothSoftwareWouldSpoilIsNotTaken(String password) {
    assertThat(change.changeIngestPassword(SERG, password))
        .isInstanceOf(ChangeIngestPasswordOutcome.Unusable.class);

    assertThat(read.read().ingestPassword()).isEqualTo("from-the-file");
    assertThat(audit.entries()).isEmpty();
  }

  @Test
  void timeAndCapAreChangedAndRemembered() {
    change.changeSyncTimeout(SERG, Duration.ofSeconds(35));
    change.changeDailyCostCap(IGOR, new Cost(25_000_000));
    change.changeDailyCostCap(IGOR, null);

    assertThat(settings.syncTimeout()).isEqualTo(Duration.ofSeconds(35));
    assertThat(settings.dailyCostCap()).isEmpty();
    assertThat(audit.entries())
        .containsExactly(
            AuditEntry.of(SERG, AuditedAction.SYNC_TIMEOUT_CHANGED, clock.instant()),
            AuditEntry.of(IGOR, AuditedAction.COST_CAP_CHANGED, clock.instant()),
            AuditEntry.of(IGOR, AuditedAction.COST_CAP_CHANGED, clock.instant()));
  }

  @Test
  void aKeyThatIsSetWinsAtOnceAndTheConfiguredOneComesBackWhenItIsRemoved() {
    Supplier<Optional<String>> key = keys.of(GEMINI);
    assertThat(key.get()).contains("configured-key-5678");

    assertThat(changeKey.set(SERG, "gemini", "  entered-key-1234 \n"))
        .isEqualTo(
            new SetProviderKeyOutcome.Saved(
                new ProviderKeyView(
                    GEMINI,
                    "Gemini",
                    new ProviderKeyView.Source.Settings("••••1234", clock.instant()),
                    false)));
    assertThat(key.get()).contains("entered-key-1234");

    assertThat(changeKey.remove(IGOR, "gemini"))
        .contains(
            new ProviderKeyView(
                GEMINI, "Gemini", new ProviderKeyView.Source.Configuration("••••5678"), false));
    assertThat(key.get()).contains("configured-key-5678");
    assertThat(audit.entries())
        .containsExactly(
            AuditEntry.of(SERG, AuditedAction.PROVIDER_KEY_SET, "gemini", clock.instant()),
            AuditEntry.of(IGOR, AuditedAction.PROVIDER_KEY_REMOVED, "gemini", clock.instant()));
  }

  @Test
  void removingWhatIsNotThereChangesNothingAndIsNotRemembered() {
    assertThat(changeKey.remove(SERG, "turbotext"))
        .contains(
            new ProviderKeyView(TURBOTEXT, "Turbotext", new ProviderKeyView.Source.None(), false));

    assertThat(audit.entries()).isEmpty();
    assertThat(keys.of(TURBOTEXT).get()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"elevenchars, ••••", "twelve-chars, ••••hars"})
  void theEndOfAKeyIsShownWhereItIsLongEnough(String key, String masked) {
    changeKey.set(SERG, "turbotext", key);

    assertThat(read.read().keys().getLast().source())
        .isEqualTo(new ProviderKeyView.Source.Settings(masked, clock.instant()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "dalle", "", "GEMINI", "gemini/../x"})
  void onlyProvidersThatTakeAKeyHaveOne(String provider) {
    assertThat(changeKey.set(SERG, provider, "some-key-1234"))
        .isInstanceOf(SetProviderKeyOutcome.ProviderUnknown.class);
    assertThat(changeKey.remove(SERG, provider)).isEmpty();
    assertThat(audit.entries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two words", "key\r\nX-Evil: 1", "ключ", "nul\u0000"})
  void whatDoesNotFitIntoAHeaderIsNoKey(String key) {
    assertThat(changeKey.set(SERG, "gemini", key))
        .isInstanceOf(SetProviderKeyOutcome.Unusable.class);

    assertThat(keys.of(GEMINI).get()).contains("configured-key-5678");
    assertThat(audit.entries()).isEmpty();
  }

  @Test
  void secretsThatCannotBeReadAnyMoreCountAsNotSetAndAreShownAsLost() {
    vault.spoil(SecretName.INGEST_PASSWORD);
    vault.spoil(SecretName.keyOf(GEMINI));

    Settings shown = read.read();

    assertThat(shown.ingestPassword()).isEqualTo("from-the-file");
    assertThat(shown.ingestPasswordLost()).isTrue();
    assertThat(shown.keys())
        .containsExactly(
            new ProviderKeyView(
                GEMINI, "Gemini", new ProviderKeyView.Source.Configuration("••••5678"), true),
            new ProviderKeyView(TURBOTEXT, "Turbotext", new ProviderKeyView.Source.None(), false));
    assertThat(keys.of(GEMINI).get()).contains("configured-key-5678");
  }

  @Test
  void aChangeThatCannotBeRememberedFails() {
    audit.beAway();

    assertThatThrownBy(() -> change.changeSyncTimeout(SERG, Duration.ofSeconds(20)))
        .isInstanceOf(StorageUnavailableException.class);
    assertThatThrownBy(() -> changeKey.set(SERG, "gemini", "entered-key-1234"))
        .isInstanceOf(StorageUnavailableException.class);
    assertThatThrownBy(() -> new ClearMediaCacheService(results, changes).clear(SERG))
        .isInstanceOf(StorageUnavailableException.class);
  }

  @Test
  void clearingSparesWhatIsOnItsWayToABooth() {
    results.sum = new PhotoSum(3, 3_000, clock.instant());

    PhotoSum gone = new ClearMediaCacheService(results, changes).clear(IGOR);

    assertThat(gone).isEqualTo(results.sum);
    assertThat(results.cleared).containsExactly(clock.instant() + " but the last PT1M");
    assertThat(audit.entries())
        .containsExactly(AuditEntry.of(IGOR, AuditedAction.MEDIA_CACHE_CLEARED, clock.instant()));
  }

  @Test
  void aKeyIsTestedByItsProvider() throws InterruptedException {
    var nanos = new AtomicLong();
    var asked = new ArrayList<Duration>();
    ProviderProbe probe =
        new ProviderProbe() {
          @Override
          public ProviderId provider() {
            return GEMINI;
          }

          @Override
          public ProviderCheck check(Duration timeout) {
            asked.add(timeout);
            nanos.addAndGet(Duration.ofMillis(340).toNanos());
            return new ProviderCheck.Works("fine");
          }
        };
    var test = new TestProviderKeyService(List.of(probe), nanos::get);

    assertThat(test.test("gemini"))
        .contains(new KeyTest(new ProviderCheck.Works("fine"), Duration.ofMillis(340)));
    assertThat(test.test("local")).isEmpty();
    assertThat(asked).containsExactly(Duration.ofSeconds(10));
  }

  @Test
  void nothingThatIsPrintedHasASecret() {
    changeKey.set(SERG, "gemini", "entered-key-1234");
    change.changeIngestPassword(SERG, "entered-password");

    assertThat(
            List.of(
                    read.read(),
                    keys.providers(),
                    vault.find(SecretName.INGEST_PASSWORD),
                    vault.find(SecretName.keyOf(GEMINI)),
                    new ChangeIngestPasswordOutcome.Changed("entered-password"),
                    audit.entries())
                .toString())
        .doesNotContain("entered-key", "entered-password", "configured-key");
  }

  private String changedPassword() {
    return ((ChangeIngestPasswordOutcome.Changed) change.changeIngestPassword(SERG, null))
        .password();
  }

  private static final class RecordedCache implements MediaCache {
    private PhotoSum sum = new PhotoSum(0, 0, null);
    private final List<String> cleared = new ArrayList<>();

    @Override
    public PhotoSum kept(Instant now) {
      return sum;
    }

    @Override
    public PhotoSum letGo(Instant now, Duration spared) {
      cleared.add(now + " but the last " + spared);
      return sum;
    }
  }
}
