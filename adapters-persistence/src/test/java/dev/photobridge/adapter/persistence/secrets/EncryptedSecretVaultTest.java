package dev.photobridge.adapter.persistence.secrets;

import static dev.photobridge.adapter.persistence.StoredFixtures.NOON;
import static dev.photobridge.adapter.persistence.StoredFixtures.SERG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.photobridge.adapter.persistence.JdbiAtomicChanges;
import dev.photobridge.adapter.persistence.JdbiAuditLog;
import dev.photobridge.adapter.persistence.TestDatabase;
import dev.photobridge.application.port.out.KeptSecret;
import dev.photobridge.application.port.out.SecretName;
import dev.photobridge.domain.account.AuditEntry;
import dev.photobridge.domain.account.AuditedAction;
import dev.photobridge.domain.provider.ProviderId;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

class EncryptedSecretVaultTest {
  private static final SecretName GEMINI = SecretName.keyOf(new ProviderId("gemini"));
  private static final SecretName OPENAI = SecretName.keyOf(new ProviderId("openai"));
  private static final String VALUE = "a-key-of-somebody";

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final Logger logger = (Logger) LoggerFactory.getLogger("photobridge.secrets");
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Credentials credentials = credentials(1);
  private final EncryptedSecretVault vault = new EncryptedSecretVault(DATABASE.jdbi(), credentials);

  @BeforeEach
  void listen() {
    logged.start();
    logger.addAppender(logged);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(logged);
  }

  @Test
  void whatIsPutIsFoundAgainAlsoAfterARestart() {
    vault.put(GEMINI, VALUE, NOON);

    var afterRestart = new EncryptedSecretVault(DATABASE.jdbi(), credentials);

    assertThat(afterRestart.find(GEMINI)).isEqualTo(new KeptSecret.Known(VALUE, NOON));
    assertThat(afterRestart.find(OPENAI)).isEqualTo(new KeptSecret.Missing());
    assertThat(afterRestart.lost()).isEmpty();
  }

  @Test
  void theLatestOneStays() {
    vault.put(GEMINI, VALUE, NOON);
    vault.put(GEMINI, "пароль ✓", NOON.plusSeconds(1));

    assertThat(vault.find(GEMINI)).isEqualTo(new KeptSecret.Known("пароль ✓", NOON.plusSeconds(1)));
    assertThat(vault.remove(GEMINI)).isTrue();
    assertThat(vault.remove(GEMINI)).isFalse();
    assertThat(vault.find(GEMINI)).isEqualTo(new KeptSecret.Missing());
  }

  @Test
  void theRowDoesNotShowTheSecret() {
    vault.put(GEMINI, VALUE, NOON);
    byte[] first = ciphertext();
    vault.put(GEMINI, VALUE, NOON);

    assertThat(HexFormat.of().formatHex(first))
        .doesNotContain(HexFormat.of().formatHex(VALUE.getBytes(UTF_8)));
    assertThat(first).hasSize(12 + VALUE.length() + 16).isNotEqualTo(ciphertext());
  }

  @Test
  void aRowThatWasMovedToAnotherNameIsNotRead() {
    vault.put(GEMINI, VALUE, NOON);
    change("UPDATE secret SET name = 'provider_key/openai'");

    assertThat(vault.find(OPENAI)).isEqualTo(new KeptSecret.Lost(NOON));
    assertThat(vault.lost()).containsExactly(OPENAI);
  }

  @Test
  void aRowThatWasTamperedWithIsNotRead() {
    for (String tampering :
        List.of(
            "set_byte(ciphertext, 0, get_byte(ciphertext, 0) # 1)",
            "set_byte(ciphertext, 12, get_byte(ciphertext, 12) # 1)",
            "substring(ciphertext FOR length(ciphertext) - 1)",
            "substring(ciphertext FOR 5)",
            "''::bytea")) {
      vault.put(GEMINI, VALUE, NOON);
      change("UPDATE secret SET ciphertext = " + tampering);

      assertThat(vault.find(GEMINI)).as(tampering).isEqualTo(new KeptSecret.Lost(NOON));
    }
  }

  @Test
  void withANewSecretsFileOldOnesAreNamedOnceAndCanBeSetAgain() {
    vault.put(GEMINI, VALUE, NOON);
    vault.put(OPENAI, VALUE, NOON);
    var afterRotation = new EncryptedSecretVault(DATABASE.jdbi(), credentials(2));

    assertThat(afterRotation.find(GEMINI)).isEqualTo(new KeptSecret.Lost(NOON));
    assertThat(afterRotation.find(GEMINI)).isEqualTo(new KeptSecret.Lost(NOON));
    assertThat(afterRotation.lost()).containsExactlyInAnyOrder(GEMINI, OPENAI);
    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .hasSize(2)
        .noneMatch(line -> line.contains(VALUE))
        .anyMatch(line -> line.contains("provider_key/gemini"))
        .anyMatch(line -> line.contains("provider_key/openai"));

    afterRotation.put(GEMINI, "anew", NOON);
    assertThat(afterRotation.find(GEMINI)).isEqualTo(new KeptSecret.Known("anew", NOON));
    assertThat(afterRotation.lost()).containsExactly(OPENAI);
  }

  @Test
  void ofManyChangesAtOnceOneStaysAndAllAreRemembered() throws InterruptedException {
    var changes = new JdbiAtomicChanges(DATABASE.jdbi());
    var audit = new JdbiAuditLog(DATABASE.jdbi());
    Callable<Integer> operator =
        () ->
            changes.make(
                () -> {
                  vault.put(GEMINI, VALUE, NOON);
                  audit.record(AuditEntry.of(SERG, AuditedAction.PROVIDER_KEY_SET, "gemini", NOON));
                  return 1;
                });
    try (var operators = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(operators.invokeAll(Collections.nCopies(20, operator)))
          .allSatisfy(change -> assertThat(change.get()).isEqualTo(1));
    }

    assertThat(vault.find(GEMINI)).isEqualTo(new KeptSecret.Known(VALUE, NOON));
    assertThat(audit.list(1, 50).total()).isEqualTo(20);
  }

  @Test
  void aChangeThatIsNotRememberedIsNotMade() {
    vault.put(GEMINI, VALUE, NOON);

    assertThatThrownBy(
            () ->
                new JdbiAtomicChanges(DATABASE.jdbi())
                    .make(
                        () -> {
                          vault.put(GEMINI, "another", NOON);
                          assertThat(vault.remove(GEMINI)).isTrue();
                          throw new IllegalStateException("the log is full");
                        }))
        .hasMessage("the log is full");

    assertThat(vault.find(GEMINI)).isEqualTo(new KeptSecret.Known(VALUE, NOON));
  }

  private static byte[] ciphertext() {
    return DATABASE
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("SELECT ciphertext FROM secret").mapTo(byte[].class).one());
  }

  private static void change(String statement) {
    DATABASE.jdbi().useHandle(handle -> handle.execute(statement));
  }

  private static Credentials credentials(long seed) {
    String vaultKey = NewCredentials.make(new Random(seed)).vaultKey();
    return new Credentials(Map.of(), "password", "secret", vaultKey);
  }
}
