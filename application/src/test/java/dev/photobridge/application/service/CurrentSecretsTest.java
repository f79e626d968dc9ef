package dev.photobridge.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photobridge.application.port.out.SecretName;
import dev.photobridge.application.port.out.StorageUnavailableException;
import dev.photobridge.application.testing.InMemorySecretVault;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurrentSecretsTest {
  private static final SecretName NAME = SecretName.INGEST_PASSWORD;

  private final InMemorySecretVault vault = new InMemorySecretVault();
  private final AtomicLong nanos = new AtomicLong();
  private final CurrentSecrets secrets = new CurrentSecrets(vault, nanos::get);

  @Test
  void thereIsNoneUntilOneIsSet() {
    assertThat(secrets.value(NAME)).isEmpty();
  }

  @Test
  void aChangeOnAnotherNodeHoldsWithinASecond() {
    put("first");
    assertThat(secrets.value(NAME)).contains("first");

    put("second");

    pass(Duration.ofMillis(999));
    assertThat(secrets.value(NAME)).contains("first");
    pass(Duration.ofMillis(1));
    assertThat(secrets.value(NAME)).contains("second");
    var _ = vault.remove(NAME);
    pass(Duration.ofSeconds(1));
    assertThat(secrets.value(NAME)).isEmpty();
  }

  @Test
  void aChangeOnThisNodeHoldsAtOnce() {
    put("first");
    assertThat(secrets.value(NAME)).contains("first");
    put("second");

    secrets.forget(NAME);

    assertThat(secrets.value(NAME)).contains("second");
  }

  @Test
  void eachSecretIsForItself() {
    put("password");
    var other = new SecretName("other");
    vault.put(other, "key", Instant.EPOCH);

    assertThat(secrets.value(NAME)).contains("password");
    assertThat(secrets.value(other)).contains("key");
  }

  @Test
  void whileTheVaultIsAwayTheLastKnownOneStays() {
    put("known");
    assertThat(secrets.value(NAME)).contains("known");
    vault.beAway(true);

    pass(Duration.ofHours(1));
    assertThat(secrets.value(NAME)).contains("known");
    secrets.forget(NAME);
    assertThat(secrets.value(NAME)).contains("known");

    vault.beAway(false);
    put("new");
    pass(Duration.ofSeconds(1));
    assertThat(secrets.value(NAME)).contains("new");
  }

  @Test
  void anOutageIsAskedAboutOnceASecond() {
    put("known");
    assertThat(secrets.value(NAME)).contains("known");
    vault.beAway(true);
    pass(Duration.ofSeconds(1));

    IntStream.range(0, 100).forEach(_ -> assertThat(secrets.value(NAME)).contains("known"));

    assertThat(vault.questions()).isEqualTo(2);
  }

  @Test
  void whatWasNeverKnownIsNotTakenForUnset() {
    vault.beAway(true);

    assertThatThrownBy(() -> secrets.value(NAME)).isInstanceOf(StorageUnavailableException.class);
  }

  @Test
  void oneThatCannotBeReadCountsAsUnset() {
    put("before");
    vault.spoil(NAME);

    assertThat(secrets.value(NAME)).isEmpty();
  }

  @Test
  void manyAtOnceAskTheVaultOnce() throws InterruptedException {
    put("known");
    try (var booths = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Optional<String>> booth = () -> secrets.value(NAME);
      assertThat(booths.invokeAll(Collections.nCopies(200, booth)))
          .allSatisfy(answer -> assertThat(answer.get()).contains("known"));
    }

    assertThat(vault.questions()).isEqualTo(1);
  }

  private void put(String value) {
    vault.put(NAME, value, Instant.EPOCH);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
